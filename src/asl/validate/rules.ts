import { lambdaRetry } from './advice/lambdaRetry';
import { needlessPass } from './advice/needlessPass';
import { polling } from './advice/polling';
import { retriesNever } from './advice/retriesNever';
import { timeouts } from './advice/timeouts';
import { choiceDefaults } from './choiceDefaults';
import { endStates } from './endStates';
import { fieldShapes } from './fieldShapes';
import { handlerOrder } from './handlerOrder';
import { knownFields } from './knownFields';
import { limits } from './limits';
import { onward } from './onward';
import { reachability } from './reachability';
import { requiredFields } from './requiredFields';
import type { Rule } from './rule.types';
import { sameMembers } from './sameMembers';
import { scopeShape } from './scopeShape';
import { shadowed } from './shadowed';
import { stateNames } from './stateNames';
import { staticPaths } from './staticPaths';
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
  handlerOrder,
  shadowed,
  limits,
  staticPaths,
  sameMembers,
  fieldShapes,
  knownFields,
];

/** What nothing is wrong with and could be done better. */
export const ADVICE: readonly Rule[] = [lambdaRetry, timeouts, polling, needlessPass, retriesNever];
