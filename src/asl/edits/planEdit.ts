import type { EditIntent, EditResult } from '../edit.types';
import { lineColumnAt } from '../parse/lineColumn';
import { addCatch, addRetry } from './addHandlers';
import { addState } from './addState';
import { deleteState } from './deleteState';
import { deleteStates } from './deleteStates';
import { inlineState } from './inlineState';
import { insertState } from './insertState';
import { moveState } from './moveState';
import { duplicateState, duplicateStates, pasteStates } from './pasteStates';
import { renameState } from './renameState';
import { reorderItems } from './reorderItems';
import { retarget } from './retarget';
import { setFields } from './setFields';
import { type EditSource, no } from './source';
import { unwrapState } from './unwrapState';
import { wrapStates } from './wrapStates';

/**
 * The text edits that do what a user wants done to the workflow, or why it may not be done. Minimal: whatever
 * the intent is not about keeps its bytes. A text with a syntax error is not edited, because what was read out
 * of it may not be what it will mean.
 *
 * @param source a text and the model built from it
 */
export function planEdit(source: EditSource, intent: EditIntent): EditResult {
  const { text, problems } = source.parsed;
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) {
    const { line } = lineColumnAt(text, error.range.start);
    return no(`The text cannot be edited from here while line ${line} has an error: ${error.message}`);
  }
  switch (intent.type) {
    case 'renameState':
      return renameState(source, intent);
    case 'deleteState':
      return deleteState(source, intent);
    case 'retarget':
      return retarget(source, intent);
    case 'insertState':
      return insertState(source, intent);
    case 'addState':
      return addState(source, intent);
    case 'duplicateState':
      return duplicateState(source, intent);
    case 'pasteStates':
      return pasteStates(source, intent);
    case 'duplicateStates':
      return duplicateStates(source, intent);
    case 'deleteStates':
      return deleteStates(source, intent);
    case 'moveState':
      return moveState(source, intent);
    case 'wrapStates':
      return wrapStates(source, intent);
    case 'unwrapState':
      return unwrapState(source, intent);
    case 'inlineState':
      return inlineState(source, intent);
    case 'addRetry':
      return addRetry(source, intent);
    case 'addCatch':
      return addCatch(source, intent);
    case 'reorderItems':
      return reorderItems(source, intent);
    case 'setFields':
      return setFields(source, intent);
  }
}
