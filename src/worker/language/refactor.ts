import {
  allStates,
  applyEdits,
  buildModel,
  extractMachine,
  isJsonObject,
  type Json,
  parseText,
  planEdit,
  type StateMachine,
  type StatePath,
  type TextFormat,
  toJson,
} from '../../asl';
import { compareRuns, convertToJsonata, type RunnableVersion, variableReferences } from '../../interpreter';
import { stubAnswer } from '../../services';
import { noSandbox } from '../handlers/noSandbox';
import type { RefactorCheck, Refactoring, RefactorReport } from '../refactor.types';
import { prepareRun } from '../run/prepareRun';
import { runServices } from '../run/runServices';
import type { RunRequest } from '../run.types';

/** What a refactoring would do to a text. */
export function refactor(text: string, format: TextFormat, refactoring: Refactoring): RefactorReport {
  const parsed = parseText(text, format);
  const machine = buildModel(parsed);
  // Whatever cannot be edited is said in the same words everywhere.
  const readable = planEdit({ parsed, machine }, { type: 'setFields', object: '', fields: [] });
  if (!readable.ok) return { plan: readable, notes: [] };
  const report = reportOf({ parsed, machine }, refactoring);
  return report.plan.ok ? { ...report, after: applyEdits(text, report.plan.edits) } : report;
}

function reportOf(source: Parameters<typeof planEdit>[0], refactoring: Refactoring): RefactorReport {
  const { parsed, machine } = source;
  switch (refactoring.type) {
    case 'convert': {
      const { plan, states, whole } = convertToJsonata(parsed, machine, refactoring.states);
      return { plan, notes: [], conversion: { states, whole } };
    }
    case 'extractMachine': {
      const { name, states } = refactoring;
      const { plan, definition } = extractMachine(source, states, name);
      if (!plan.ok || !definition) return { plan, notes: [] };
      const notes = [...variableNotes(machine, states, 'machine'), ...contextNotes(machine, states)];
      const text = `${JSON.stringify(definition, null, 2)}\n`;
      return { plan, notes, machine: { name, text, type: 'STANDARD' } };
    }
    case 'edit': {
      const { intent } = refactoring;
      const plan = planEdit(source, intent);
      if (intent.type !== 'wrapStates' || !plan.ok) return { plan, notes: [] };
      return { plan, notes: variableNotes(machine, intent.states, intent.container) };
    }
  }
}

/** The states and all inside them. */
const statesIn = (machine: StateMachine, chosen: readonly StatePath[]) =>
  allStates(machine).filter(({ path }) =>
    chosen.some((each) => path === each || path.startsWith(`${each}/`)),
  );

/** Variables do not leave a container, and do not go into another machine. */
function variableNotes(
  machine: StateMachine,
  chosen: readonly StatePath[],
  into: 'machine' | 'Parallel' | 'Map',
): readonly string[] {
  const inside = new Set(statesIn(machine, chosen).map(({ name }) => name));
  const assigned = new Set<string>();
  for (const { name, node } of allStates(machine)) {
    if (inside.has(name)) for (const each of assignedBy(node ? toJson(node) : null)) assigned.add(each);
  }
  const readInside = new Set<string>();
  const readOutside = new Set<string>();
  for (const [name, variables] of Object.entries(variableReferences(machine))) {
    for (const each of variables) (inside.has(name) ? readInside : readOutside).add(each);
  }
  const lost = [...readInside].filter((each) => !assigned.has(each));
  const missed = [...readOutside].filter((each) => assigned.has(each));
  return [
    ...(into === 'machine' && lost.length > 0
      ? [
          `${inList(lost)} ${are(lost)} read inside and assigned outside: the new machine does not have ${it(lost)}. Put what it needs into its input.`,
        ]
      : []),
    ...(missed.length > 0
      ? [
          `${inList(missed)} ${are(missed)} assigned inside and read outside, where ${it(missed) === 'it' ? 'it is' : 'they are'} not known any more. Hand the value on in the output.`,
        ]
      : []),
  ];
}

const inList = (names: readonly string[]): string => names.map((name) => `$${name}`).join(', ');
const are = (names: readonly string[]): string => (names.length === 1 ? 'is' : 'are');
const it = (names: readonly string[]): string => (names.length === 1 ? 'it' : 'them');

/** Names under every Assign. */
function assignedBy(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(assignedBy);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === 'Assign' && isJsonObject(each))
      return Object.keys(each).map((name) => name.replace(/\.\$$/, ''));
    return key === 'States' ? [] : assignedBy(each);
  });
}

/** What the context object says of the execution, and of the Map around it, is another thing in another machine. */
function contextNotes(machine: StateMachine, chosen: readonly StatePath[]): readonly string[] {
  const texts = statesIn(machine, chosen).map(({ node }) => JSON.stringify(node ? toJson(node) : null));
  const reads = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  const depth = chosen.some((path) => path.includes('/ItemProcessor/') || path.includes('/Iterator/'));
  return [
    ...(reads(/(?:\$\$|\$states\.context)\.(?:Execution|StateMachine)\b/)
      ? [
          'They read Execution or StateMachine of the context object, which are those of the new machine then.',
        ]
      : []),
    ...(depth && reads(/(?:\$\$|\$states\.context)\.Map\b/)
      ? [
          'They read the item of the Map around them from the context object, which a machine of its own does not have.',
        ]
      : []),
  ];
}

/** Runs the text of a request and another one on the same input, with the same answers, and compares what they do. */
export async function checkRefactoring(run: RunRequest, after: string): Promise<RefactorCheck> {
  const before = runnable(run);
  const now = runnable({ ...run, text: after });
  if (!before.ok) return { type: 'refused', reason: before.reason };
  if (!now.ok) return { type: 'refused', reason: now.reason };
  return compareRuns(before, now);
}

function runnable(
  run: RunRequest,
): ({ readonly ok: true } & RunnableVersion) | { readonly ok: false; readonly reason: string } {
  const prepared = prepareRun(run);
  if (!prepared.ok) return prepared;
  const { execution, machine } = prepared;
  const services = runServices(run, machine, execution, stubAnswer, noSandbox);
  return services.ok ? { ok: true, execution, callService: services.callService } : services;
}
