import { choiceDefaults } from './choiceDefaults';
import { endStates } from './endStates';
import { onward } from './onward';
import { reachability } from './reachability';
import { requiredFields } from './requiredFields';
import type { Rule } from './rule.types';
import { scopeShape } from './scopeShape';
import { stateNames } from './stateNames';
import { targets } from './targets';

/** Every family of rules; a new family is a new file and a line here. */
export const RULES: readonly Rule[] = [
  scopeShape,
  endStates,
  targets,
  reachability,
  stateNames,
  requiredFields,
  onward,
  choiceDefaults,
];
