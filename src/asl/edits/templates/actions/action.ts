import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';
import type { ActionId } from '../catalogue';
import { fill, type TaskTemplate, taskFields } from '../taskTemplate';
import { JOBS } from './jobs';
import { MESSAGES } from './messages';
import { STORAGE } from './storage';

const TEMPLATES: Readonly<Record<ActionId, TaskTemplate>> = { ...MESSAGES, ...STORAGE, ...JOBS };

const ACTIVITY = `arn:aws:states:${fill('AWS::Region')}:${fill('AWS::AccountId')}:activity:${fill('ActivityName')}`;

/** A Task that calls a service, without its transitions. */
export const actionTask = (action: ActionId, language: QueryLanguage): JsonObject =>
  taskFields(language, action === 'activity' ? ACTIVITY : `arn:aws:states:::${action}`, TEMPLATES[action]);
