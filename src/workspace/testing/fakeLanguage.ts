import type { EditIntent, EditResult, NodeId, Recognised, ScopePath, StatePath } from '../../asl';
import type {
  AnalyseResult,
  CompareResult,
  LanguageClient,
  OutlineEntry,
  RefactorCheck,
  RefactorReport,
  TrialResult,
  VersionText,
} from '../../worker';

interface Asked {
  readonly text: string;
  answer(): void;
}

/**
 * A language in which each line that begins with a capital is a state, a line `!` makes the text unreadable,
 * and a rename replaces the line. Answers wait until the test gives them.
 */
export class FakeLanguage implements LanguageClient {
  /** Requests that have no answer yet, oldest first. */
  readonly asked: Asked[] = [];
  /** Answer at once, without the test's doing. */
  eager = true;

  analyse(text: string): Promise<AnalyseResult> {
    return this.ask(text, () => analyse(text));
  }

  findings(text: string) {
    return this.ask(text, () => []);
  }

  planEdit(text: string, _format: string, intent: EditIntent): Promise<EditResult> {
    return this.ask(text, () => plan(text, intent));
  }

  planFixes(text: string): Promise<EditResult> {
    return this.ask(text, () => {
      const at = text.indexOf('x');
      if (at < 0) return { ok: false, reason: 'Nothing is to be fixed.' };
      return { ok: true, label: 'Fix x', edits: [{ range: { start: at, end: at + 1 }, text: '' }] };
    });
  }

  format(text: string, _from: string, to: 'json' | 'yaml') {
    return this.ask(text, () => ({ ok: true, text: `${to}:${text}`, format: to }) as const);
  }

  /** A line `a: B` after `wrapped` is a definition `B` called `a`. */
  recognise(text: string): Promise<Recognised> {
    return this.ask(text, () => {
      if (text === 'mocks') return { kind: 'mocks' };
      if (!text.startsWith('wrapped')) return { kind: 'text' };
      const found = text.split('\n').flatMap((line) => {
        const [name, definition] = line.split(': ');
        return definition === undefined
          ? []
          : [{ name, text: definition, format: 'json' as const, note: '' }];
      });
      return { kind: 'definitions', source: 'a wrapping', found };
    });
  }

  readonly askRecorded: LanguageClient['askRecorded'] = () =>
    Promise.reject(new Error('Nothing was recorded here.'));

  copyStates(text: string, _format: string, states: readonly StatePath[]): Promise<string | undefined> {
    return this.ask(text, () => states.join('\n'));
  }

  scaffoldMocks(text: string, _format: string, name: string): Promise<string> {
    return this.ask(text, () => `{"StateMachines":{"${name}":{"TestCases":{"HappyPath":{}}}}}`);
  }

  renameInMocks(text: string, { from, to }: { from: string; to: string }): Promise<string> {
    return this.ask(text, () => text.replace(`"${from}"`, `"${to}"`));
  }

  readCondition(): Promise<null> {
    return Promise.resolve(null);
  }

  checkMocks(text: string) {
    return this.ask(text, () => []);
  }

  describeState(text: string): Promise<undefined> {
    return this.ask(text, () => undefined);
  }

  describeMachine(text: string): Promise<undefined> {
    return this.ask(text, () => undefined);
  }

  tryState(text: string): Promise<TrialResult> {
    return this.ask(text, () => ({ ok: false, reason: 'A made-up language cannot be tried.' }));
  }

  compare(before: VersionText): Promise<CompareResult> {
    return this.ask(before.text, () => ({ readable: false, before: undefined, after: undefined }));
  }

  refactor(text: string): Promise<RefactorReport> {
    return this.ask(text, () => ({ plan: { ok: false, reason: 'Made-up.' }, notes: [] }));
  }

  checkRefactoring(): Promise<RefactorCheck> {
    return Promise.resolve({ type: 'refused', reason: 'A made-up language is not run.' });
  }

  askService(): Promise<never> {
    return Promise.reject(new Error('A made-up language answers no questions.'));
  }

  warmUp(): void {}
  dispose(): void {}

  private ask<Answer>(text: string, make: () => Answer): Promise<Answer> {
    if (this.eager) return Promise.resolve(make());
    return new Promise((resolve) => {
      const asked = {
        text,
        answer: () => {
          this.asked.splice(this.asked.indexOf(asked), 1);
          resolve(make());
        },
      };
      this.asked.push(asked);
    });
  }
}

export const pathOf = (name: string): StatePath => `/States/${name}` as StatePath;

function outlineOf(text: string): readonly OutlineEntry[] {
  return [...text.matchAll(/^[A-Z]\w*$/gm)].map((match) => {
    const [name] = match;
    const range = { start: match.index, end: match.index + name.length };
    return { path: pathOf(name), name, scope: '' as ScopePath, type: 'Pass', keyRange: range, range };
  });
}

function analyse(text: string): AnalyseResult {
  const broken = text.indexOf('!');
  if (broken >= 0) {
    const range = { start: broken, end: broken + 1 };
    const line = text.slice(0, broken).split('\n').length;
    return {
      readable: false,
      problem: { range, line, column: 1, message: 'unexpected !' },
      diagnostics: [{ code: 'SYNTAX', severity: 'error', message: 'unexpected !', range }],
    };
  }
  const id = 'start:' as NodeId;
  const graph = { scopes: [{ path: '' as ScopePath, start: id, end: id, nodes: [], transitions: [] }] };
  const layout = { nodes: {}, edges: {}, x: 0, y: 0, width: 0, height: 0 };
  const outline = outlineOf(text);
  return {
    readable: true,
    analysis: { graph, layout, outline, sampleInput: JSON.stringify({ states: outline.length }) },
  };
}

function plan(text: string, intent: EditIntent): EditResult {
  if (intent.type !== 'renameState') return { ok: false, reason: 'Only renaming is known here.' };
  const entry = outlineOf(text).find(({ path }) => path === intent.state);
  if (!entry) return { ok: false, reason: 'There is no such state.' };
  return {
    ok: true,
    edits: [{ range: entry.range, text: intent.name }],
    label: `Rename “${entry.name}” to “${intent.name}”`,
    select: pathOf(intent.name),
  };
}
