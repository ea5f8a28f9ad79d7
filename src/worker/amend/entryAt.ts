import type { Entry } from '../amend.types';
import { roleOf } from '../fold/eventRole';
import type { ShownRun } from '../run/shownRun';

/** The state entered at an event of the machine's own execution, or the next one after it. @param id from 1 */
export function entryAt(shown: ShownRun, id: number): Entry | null {
  const { fold, history } = shown;
  for (let position = history.mainPosition(id - 1); position >= 0 && position < fold.position; position++) {
    if (roleOf(history.record(position).type) !== 'entered') continue;
    const row = fold.visits.visitOf(position);
    const state = fold.pathOf(row);
    return { state, number: numberOf(shown, state, row), event: history.idOf(position) };
  }
  return null;
}

function numberOf({ fold }: ShownRun, state: Entry['state'], row: number): number {
  const rows = fold.visitsOf(state);
  for (let number = 0; number < rows.length; number++) if (rows.get(number) === row) return number;
  return -1;
}
