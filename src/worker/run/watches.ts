import { allStates, type QueryLanguage, type StateMachine, type StatePath } from '../../asl';
import { compileWatch, type Watch, type WatchAnswer } from '../../interpreter';
import type { Fold } from '../fold/fold';
import { Scopes } from '../fold/scopes';
import { assignmentsOf } from '../language/services/variables';
import type { DataInScope, WatchedValue } from '../moment.types';
import { parseEventText, type ScopeSource, visitScope } from './stops/visitScope';

/** Expressions that are evaluated, and characters of a value that are shown. */
const MOST_WATCHED = 50;
const MOST_TEXT = 20_000;

/** Looks at the data of a run: what is in scope after its last event, and what expressions make of it. */
export class Watches {
  private readonly scopes: Scopes;
  private readonly language: QueryLanguage;
  private readonly compiled = new Map<string, Watch>();

  constructor(
    private readonly source: ScopeSource,
    machine: StateMachine | undefined,
  ) {
    this.language = machine?.QueryLanguage ?? 'JSONPath';
    // Another definition's states may have assigned before.
    const isWhole = !source.timeline.marks.some(({ type }) => type === 'rebase');
    this.scopes = new Scopes(source.timeline, machine && isWhole ? statesWithoutAssign(machine) : new Set());
  }

  async look(fold: Fold, expressions: readonly string[]): Promise<DataInScope> {
    const event = fold.position - 1;
    if (event < 0) return { variables: {}, watched: expressions.map(() => NOTHING_YET) };
    const { visits } = fold;
    const variables = this.scopes.after(visits, event);
    const visit = visits.visitOf(event);
    const scope = {
      ...visitScope(this.source, fold, Math.max(0, visit), event),
      ...(visit < 0 ? { input: this.executionInput() } : {}),
      variable: (name: string) => {
        const text = Object.hasOwn(variables, name) ? variables[name] : undefined;
        return text === undefined ? undefined : parseEventText(text);
      },
    };
    const watched: WatchedValue[] = [];
    for (const expression of expressions.slice(0, MOST_WATCHED)) {
      watched.push(shown(await this.watch(expression)(scope)));
    }
    return { variables, watched };
  }

  private watch(expression: string): Watch {
    const watch = this.compiled.get(expression) ?? compileWatch(expression, this.language);
    if (this.compiled.size >= 2 * MOST_WATCHED) this.compiled.clear();
    this.compiled.set(expression, watch);
    return watch;
  }

  private executionInput() {
    const started = this.source.timeline.event(0);
    return 'executionStartedEventDetails' in started
      ? parseEventText(started.executionStartedEventDetails.input)
      : null;
  }
}

/** Their events need not be read for variables. */
const statesWithoutAssign = (machine: StateMachine): ReadonlySet<StatePath> =>
  new Set(allStates(machine).flatMap((state) => (assignmentsOf(state).length === 0 ? [state.path] : [])));

const NOTHING_YET: WatchedValue = { ok: false, problem: 'Nothing has happened yet.' };

function shown(answer: WatchAnswer): WatchedValue {
  if (!answer.ok) return { ok: false, problem: cut(answer.problem) };
  return { ok: true, text: cut(JSON.stringify(answer.value)) };
}

const cut = (text: string): string => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);
