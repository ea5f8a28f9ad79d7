import type { EditResult } from '../edit.types';
import { deleteState } from '../edits/deleteState';
import { Draft } from '../edits/draft';
import { fieldPlacement } from '../edits/fieldOrder';
import { renameState } from '../edits/renameState';
import { reorderItems } from '../edits/reorderItems';
import { type EditSource, no } from '../edits/source';
import { nodeAtPointer } from '../parse/pointer';
import type { FixStep, QuickFix } from '../syntax';

/** The text edits of a fix, of the text that the finding was made of; or why it cannot be written. */
export function planFix(source: EditSource, { change, title }: QuickFix): EditResult {
  switch (change.type) {
    case 'write':
      return write(source, title, change.steps);
    case 'moveItem':
      return titled(reorderItems(source, { ...change, type: 'reorderItems' }), title);
    case 'deleteState':
      return titled(deleteState(source, change), title);
    case 'renameState':
      return titled(renameState(source, change), title);
  }
}

/** What fixes are called where they are chosen is what Undo calls them. */
const titled = (result: EditResult, label: string): EditResult => (result.ok ? { ...result, label } : result);

function write({ parsed }: EditSource, title: string, steps: readonly FixStep[]): EditResult {
  const draft = new Draft(parsed);
  for (const step of steps) {
    const node = nodeAtPointer(parsed.root, 'list' in step ? step.list : step.object);
    if (node === undefined) return no('What this fix is about is no longer in the text.');
    switch (step.type) {
      case 'set':
        if (node.kind === 'object')
          draft.setProperty(step.object, step.name, step.value, fieldPlacement(node, step.name));
        break;
      case 'remove':
        draft.removeProperty(step.object, step.name);
        break;
      case 'renameKey':
        draft.renameKey(step.object, step.name, step.to);
        break;
      case 'insertItem':
        draft.insertItem(step.list, step.at, step.value);
        break;
      case 'removeItem':
        draft.removeItem(step.list, step.at);
        break;
    }
  }
  return draft.finish(title);
}
