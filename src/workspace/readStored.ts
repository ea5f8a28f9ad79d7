import type { StatePath } from '../asl';
import { readMockedTasks } from '../services';
import { type Breakpoint, type MachineStops, NOBODY_ASKED, type Speed, type StateMoment } from '../worker';
import type { CoverageCount } from './covering/coverage.types';
import type { FinishedRun } from './execution';
import { FIRST } from './firstWorkflow';
import { NEW_SETUP } from './openText';
import { readAnswer } from './readAnswer';
import {
  type MockSettings,
  numbered,
  type PageMachine,
  type PageObject,
  type ServiceSettings,
} from './serviceSettings';
import type { OpenDocument, ParentRun, SettingsState, ShelfState, StoredInput, StoredTabs } from './state';
import type { StoredDocument, StoredOther, StoredWorkspace } from './storage.types';
import { keyOf } from './storageKeys';

/** By key. */
type Unread = Readonly<Record<string, unknown>>;

/** What was stored, by this version of the page or another: a part that is not what it should be is left out. */
export function readStored(stored: Unread): StoredWorkspace {
  const workflows = readWorkflows(stored);
  const shelf = readShelf(stored, workflows);
  const shown = workflows.find(({ id }) => id === shelf.shown);
  const document = shown?.document;
  const input = shown ? shown.input : readInput(stored.input);
  const answer = shown ? shown.answer : readAnswer(stored.answer);
  const settings = readSettings(stored.settings);
  const runs = readRuns(stored, shelf);
  const stops = workflows.flatMap(({ id }) => readStops(stored[keyOf('stops', id)]));
  const run = readRun(stored.run);
  return {
    ...(document && { document }),
    ...(input && { input }),
    ...(answer && { answer }),
    ...((workflows.length > 1 || (shown && shown.id !== FIRST)) && {
      shelf,
      others: workflows.filter((each) => each !== shown),
    }),
    ...(stops.length > 0 && { stops }),
    ...(settings && { settings }),
    ...(runs && { runs }),
    ...(run && { run }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isFormat = (value: unknown): value is StoredDocument['format'] => value === 'json' || value === 'yaml';

/** All that are stored, whatever the list of them says: a page in another tab of the browser may have its own. */
function readWorkflows(stored: Unread): readonly StoredOther[] {
  return Object.keys(stored).flatMap((key) => {
    const id = key === 'document' ? FIRST : key.startsWith('document:') ? key.slice('document:'.length) : '';
    const document = id === '' ? undefined : readDocument(stored[key]);
    const input = readInput(stored[keyOf('input', id)]);
    const answer = readAnswer(stored[keyOf('answer', id)]);
    const { parents, child } = tabsOf(stored, id) ?? {};
    const way = parents && { way: { parents, child } };
    return document ? [{ id, document, ...(input && { input }), ...(answer && { answer }), ...way }] : [];
  });
}

/** Those that are stored, in the order of their tabs; the ones it does not know come last. */
function readShelf(stored: Unread, workflows: readonly StoredOther[]): NonNullable<StoredWorkspace['shelf']> {
  const { shelf: value } = stored;
  const listed: readonly unknown[] = isRecord(value) && Array.isArray(value.open) ? value.open : [];
  const known = listed.flatMap((each) => (isRecord(each) ? [each] : []));
  const order = new Set([...known.map(({ id }) => id), ...workflows.map(({ id }) => id)]);
  const open = [...order].flatMap((id): readonly OpenDocument[] => {
    const workflow = workflows.find((each) => each.id === id);
    if (!workflow) return [];
    const run = tabsOf(stored, workflow.id)?.shown ?? known.find((each) => each.id === id)?.run;
    return [{ id: workflow.id, name: workflow.document.name, ...(isText(run) && { run }) }];
  });
  const shown = isRecord(value) ? open.find(({ id }) => id === value.shown) : undefined;
  return { shown: (shown ?? open[0])?.id ?? FIRST, open };
}

function readDocument(value: unknown): StoredDocument | undefined {
  if (!isRecord(value)) return undefined;
  const { text, format, name } = value;
  if (typeof text !== 'string' || typeof name !== 'string' || !isFormat(format)) return undefined;
  const drawing = readDrawing(value.drawing);
  const breakpoints: readonly unknown[] = Array.isArray(value.breakpoints) ? value.breakpoints : [];
  return {
    text,
    format,
    name,
    ...(drawing && { drawing }),
    ...readCoverage(value.coverage),
    ...(Array.isArray(value.watches) && { watches: value.watches.filter(isText) }),
    ...(breakpoints.length > 0 && { breakpoints: breakpoints.flatMap(readBreakpoint) }),
  };
}

function readCoverage(value: unknown): Pick<StoredDocument, 'coverage'> {
  if (!isRecord(value) || typeof value.runs !== 'number') return {};
  const states = readEntries(value.states, isCount);
  const transitions = readEntries(value.transitions, isCount);
  return states && transitions ? { coverage: { runs: value.runs, states, transitions } } : {};
}

const isCount = (value: unknown): value is CoverageCount =>
  isRecord(value) && typeof value.runs === 'number' && typeof value.times === 'number';

function readDrawing(value: unknown): StoredDocument['drawing'] {
  if (!isRecord(value) || !Array.isArray(value.collapsed)) return undefined;
  const moved: readonly unknown[] = Array.isArray(value.moved) ? value.moved : [];
  // In the order in which drawings are written: in another one it would seem changed, and be stored again.
  return {
    collapsed: value.collapsed.filter(isText).map((path) => path as StatePath),
    moved: moved.flatMap((each) => {
      if (!isRecord(each) || !isText(each.state) || !isRecord(each.by)) return [];
      const { x, y } = each.by;
      return typeof x === 'number' && typeof y === 'number'
        ? [{ state: each.state as StatePath, by: { x, y } }]
        : [];
    }),
    silenced: Array.isArray(value.silenced) ? value.silenced.filter(isText) : [],
  };
}

function readStops(value: unknown): readonly MachineStops[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return listed.flatMap((each) => {
    if (!isRecord(each) || !isText(each.text) || !Array.isArray(each.breakpoints)) return [];
    const breakpoints: readonly unknown[] = each.breakpoints;
    return [{ text: each.text, breakpoints: breakpoints.flatMap(readBreakpoint) }];
  });
}

const MOMENTS: readonly unknown[] = ['entry', 'exit', 'error', 'retry', 'iteration'];

function readBreakpoint(value: unknown): readonly Breakpoint[] {
  if (!isRecord(value) || typeof value.id !== 'number' || typeof value.enabled !== 'boolean') return [];
  const { id, enabled, kind, state, variable, item, hits, condition } = value;
  const narrowed = {
    id,
    enabled,
    ...(typeof item === 'number' && { item }),
    ...(typeof hits === 'number' && { hits }),
    ...(isText(condition) && { condition }),
  };
  if (kind === 'variable') return isText(variable) ? [{ ...narrowed, kind, variable }] : [];
  return isMoment(kind) && isText(state) ? [{ ...narrowed, kind, state: state as StatePath }] : [];
}

const isMoment = (value: unknown): value is StateMoment => MOMENTS.includes(value);

function readInput(value: unknown): StoredInput | undefined {
  if (!isRecord(value)) return undefined;
  const { input, type, inputOrigin, servicesOrigin } = value;
  if (typeof input !== 'string' || (type !== 'STANDARD' && type !== 'EXPRESS')) return undefined;
  const known = inputOrigin === 'sample' || inputOrigin === 'example';
  const services = readServices(value.services);
  return {
    input,
    type,
    inputOrigin: known ? inputOrigin : 'user',
    ...(services && { services }),
    ...(servicesOrigin === 'example' || servicesOrigin === 'user' ? { servicesOrigin } : {}),
  };
}

function readServices(value: unknown): ServiceSettings | undefined {
  if (!isRecord(value)) return undefined;
  const { mocks, ask, tasks, objects, machines } = value;
  return {
    mocks: isRecord(mocks) && typeof mocks.text === 'string' ? readMocks(mocks, mocks.text) : undefined,
    ask: isRecord(ask) ? { tasks: ask.tasks === true, callbacks: ask.callbacks === true } : NOBODY_ASKED,
    tasks: readMockedTasks(tasks),
    objects: Array.isArray(objects) ? numbered(objects.filter(isObject)) : [],
    machines: Array.isArray(machines) ? numbered(machines.filter(isMachine)) : [],
  };
}

const isMachine = (value: unknown): value is Omit<PageMachine, 'id'> =>
  isRecord(value) &&
  typeof value.name === 'string' &&
  typeof value.text === 'string' &&
  (value.type === 'STANDARD' || value.type === 'EXPRESS');

function readMocks({ machine, testCase }: Readonly<Record<string, unknown>>, text: string): MockSettings {
  return {
    text,
    ...(typeof machine === 'string' ? { machine } : {}),
    ...(typeof testCase === 'string' ? { testCase } : {}),
  };
}

const isObject = (value: unknown): value is Omit<PageObject, 'id'> =>
  isRecord(value) && [value.bucket, value.key, value.body].every((part) => typeof part === 'string');

const isSpeed = (value: unknown): value is Speed =>
  value === 'instant' || (isRecord(value) ? isRate(value.times) : isRate(value));
const isRate = (value: unknown): boolean => typeof value === 'number' && value > 0;

function readSettings(value: unknown): Partial<SettingsState> | undefined {
  if (!isRecord(value)) return undefined;
  const { theme, direction, speed, recentlyAdded, historyView, valuesShown } = value;
  const panelSizes = readEntries(value.panelSizes, (entry) => typeof entry === 'number');
  const panelsShown = readEntries(value.panelsShown, (entry) => typeof entry === 'boolean');
  return {
    ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    ...(direction === 'down' || direction === 'right' ? { direction } : {}),
    ...(isSpeed(speed) ? { speed } : {}),
    ...(panelSizes && { panelSizes }),
    ...(panelsShown && { panelsShown }),
    ...(historyView === 'events' || historyView === 'table' || historyView === 'timeline'
      ? { historyView }
      : {}),
    ...(typeof valuesShown === 'boolean' ? { valuesShown } : {}),
    ...(Array.isArray(recentlyAdded) ? { recentlyAdded: recentlyAdded.filter(isText) } : {}),
  };
}

function readEntries<Value>(
  value: unknown,
  is: (entry: unknown) => entry is Value,
): Readonly<Record<string, Value>> | undefined {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Value] => is(entry[1])));
}

/** The open runs of all workflows; what is on show is that of the workflow on show. */
function readRuns(stored: Unread, { shown, open }: ShelfState): StoredTabs | undefined {
  const ids = new Set([shown, ...open.map(({ id }) => id)]);
  const lists = [...ids].flatMap((id) => tabsOf(stored, id) ?? []);
  if (lists.length === 0) return undefined;
  const { shown: run, parents, child } = tabsOf(stored, shown) ?? {};
  return {
    open: lists.flatMap((list) => list.open),
    started: Math.max(...lists.map(({ started }) => started)),
    ...(run !== undefined && { shown: run }),
    ...(parents && { parents, child }),
  };
}

/** The open runs of one workflow. Those of the first one were once stored with those of all. */
function tabsOf(stored: Unread, workflow: string): StoredTabs | undefined {
  const tabs = readTabs(stored[keyOf('runs', workflow)]);
  if (!tabs) return undefined;
  const { shown, ...rest } = tabs;
  const open = tabs.open
    .filter(({ document = workflow }) => document === workflow)
    .map(({ id, name }) => ({ id, name, ...(workflow !== FIRST && { document: workflow }) }));
  return { ...rest, open, ...(open.some(({ id }) => id === shown) && shown !== undefined && { shown }) };
}

function readTabs(value: unknown): StoredTabs | undefined {
  if (!isRecord(value) || !Array.isArray(value.open) || typeof value.started !== 'number') return undefined;
  const open: readonly unknown[] = value.open;
  return {
    open: open.flatMap((each) =>
      isRecord(each) && isText(each.id) && isText(each.name)
        ? [{ id: each.id, name: each.name, ...(isText(each.document) && { document: each.document }) }]
        : [],
    ),
    started: value.started,
    ...(isText(value.shown) && { shown: value.shown }),
    ...(Array.isArray(value.parents) && { parents: value.parents.flatMap(readParent) }),
    ...(isText(value.child) && { child: value.child }),
  };
}

function readParent(value: unknown): readonly ParentRun[] {
  if (!isRecord(value) || !isText(value.run) || !isText(value.label)) return [];
  const { run, label, execution } = value;
  const document = readDocument(value.document);
  const setup = readInput(value.setup);
  if (!document || !setup) return [];
  const known = isText(execution) ? { execution } : {};
  const named = isText(execution) ? document.text : run;
  // What is on show when the page begins is called like the first one, whichever that is.
  const definition = isText(value.definition) && value.definition !== FIRST ? value.definition : named;
  return [{ run, label, ...known, definition, document, setup: { ...NEW_SETUP, ...setup } }];
}

/** Written by this page whole or not at all; its events are AWS's, whose reader takes what it knows. */
function readRun(value: unknown): FinishedRun | undefined {
  if (!isRecord(value) || typeof value.text !== 'string' || !isFormat(value.format)) return undefined;
  const { summary, history } = value;
  if (!isRecord(summary) || typeof summary.id !== 'string' || !isRecord(summary.result)) return undefined;
  if (!isRecord(history) || !Array.isArray(history.events)) return undefined;
  return value as unknown as FinishedRun;
}
