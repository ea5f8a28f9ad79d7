import type { RefactoringKind, Theme, Workspace } from '../../workspace';
import { always, type Command } from '../commands/command';
import { COMMANDS } from '../commands/commands';
import { BLANK } from '../gallery/blank';
import { CARDS } from '../gallery/cards';
import { type Card, openExample } from '../gallery/example';

/** Every command there is: those with a shortcut, and those of the menus and buttons. */
export const ALL_COMMANDS: readonly Command[] = [
  ...COMMANDS,
  panel('form', 'Show the form of the state', 'inspector properties', (shown) => !shown),
  panel('form', 'Show the definition', 'editor text json', (shown) => shown),
  panel('editor', 'Show or hide the editor', 'text form panel'),
  panel('debugger', 'Show or hide the run', 'history events input panel'),
  {
    id: 'direction',
    title: 'Turn the drawing: down or to the right',
    also: 'layout horizontal vertical',
    keys: [],
    enabled: always,
    run: ({ settings, store }) =>
      settings.change({ direction: store.getState().settings.direction === 'down' ? 'right' : 'down' }),
  },
  {
    id: 'values',
    title: 'Show or hide the values of expressions in the editor',
    also: 'inlay hints previews data',
    keys: [],
    enabled: always,
    run: ({ settings, store }) => settings.change({ valuesShown: !store.getState().settings.valuesShown }),
  },
  {
    id: 'tidy up',
    title: 'Tidy up: put back what was moved by hand',
    also: 'layout arrange position',
    keys: [],
    enabled: ({ drawing }) => drawing.moved.length > 0,
    run: ({ drawing }) => drawing.tidyUp(),
  },
  refactoring('convert', 'Refactor: convert the selected states to JSONata', 'jsonpath query language'),
  refactoring('convertAll', 'Refactor: convert everything to JSONata', 'jsonpath query language'),
  refactoring('extractMachine', 'Refactor: extract into a state machine', 'child workflow nested'),
  refactoring('extractParallel', 'Refactor: extract into a Parallel', 'branch wrap'),
  refactoring('extractMap', 'Refactor: extract into a Map', 'items loop wrap'),
  refactoring('inline', 'Refactor: inline a Parallel or a started machine', 'unwrap child workflow'),
  refactoring('retry', 'Refactor: add a Retry', 'error handling'),
  refactoring('catch', 'Refactor: add a Catch', 'error handling'),
  {
    id: 'collapse all',
    title: 'Collapse all containers',
    also: 'close fold parallel map',
    keys: [],
    enabled: always,
    run: ({ drawing }) => drawing.collapseAll(),
  },
  {
    id: 'expand all',
    title: 'Expand all containers',
    also: 'open unfold parallel map',
    keys: [],
    enabled: ({ drawing }) => drawing.collapsed.length > 0,
    run: ({ drawing }) => drawing.expandAll(),
  },
  ...(['light', 'dark', 'system'] as const).map(theme),
  copy('Copy the definition as typed', undefined),
  copy('Copy the definition as formatted JSON', 'json'),
  copy('Copy the definition as YAML', 'yaml'),
  download('Download the definition as typed', undefined),
  download('Download the definition as formatted JSON', 'json'),
  download('Download the definition as YAML', 'yaml'),
  {
    id: 'download history',
    title: 'Download the execution history',
    also: 'export events',
    keys: [],
    enabled: ({ execution }) => (execution.run?.events ?? 0) > 0,
    run: (workspace) => void loadExports().then(({ downloadHistory }) => downloadHistory(workspace)),
  },
  {
    id: 'new',
    title: 'New workflow',
    also: 'blank empty start',
    keys: [],
    enabled: always,
    run: (workspace) => workspace.openText(BLANK, { kind: 'new' }),
  },
  ...CARDS.map(example),
];

function example(card: Card): Command {
  return {
    id: `example ${card.id}`,
    title: `Open example: ${card.title}`,
    also: `${card.about} ${card.shows.join(' ')}`,
    keys: [],
    enabled: always,
    run: (workspace) =>
      void openExample(workspace, card).catch(() =>
        workspace.notices.add(
          'warning',
          `“${card.title}” could not be loaded. Try again, or reload the page.`,
        ),
      ),
  };
}

const loadExports = () => import('../shell/exports');

function refactoring(kind: RefactoringKind, title: string, also: string): Command {
  return {
    id: `refactor ${kind}`,
    title,
    also,
    keys: [],
    enabled: ({ selection }) => kind === 'convertAll' || selection.state !== undefined,
    run: ({ refactorings }) => refactorings.open(kind),
  };
}

/** Shows a panel or hides it. @param when it is worth offering, by whether it is shown; absent: always */
function panel(id: string, title: string, also: string, when?: (shown: boolean) => boolean): Command {
  const otherwise = id !== 'form';
  const isShown = (shown: Readonly<Record<string, boolean>>) => shown[id] ?? otherwise;
  return {
    id: title,
    title,
    also,
    keys: [],
    enabled: ({ settings }) => when?.(isShown(settings.panelsShown)) ?? true,
    run({ settings, store }) {
      const shown = isShown(store.getState().settings.panelsShown);
      settings.showPanel(id, !shown);
      if (when) settings.showPanel('editor', true);
    },
  };
}

function theme(name: Theme): Command {
  return {
    id: `theme ${name}`,
    title: name === 'system' ? 'Theme: as the system' : `Theme: ${name}`,
    also: 'colours appearance',
    keys: [],
    enabled: (state) => state.settings.theme !== name,
    run: ({ settings }) => settings.change({ theme: name }),
  };
}

type Notation = 'json' | 'yaml' | undefined;

const requestFor = ({ store }: Workspace, notation: Notation) =>
  notation === undefined
    ? { format: store.getState().document.format, formatted: false }
    : { format: notation, formatted: true };

function copy(title: string, notation: Notation): Command {
  return {
    id: title,
    title,
    also: 'export clipboard',
    keys: [],
    enabled: always,
    run: (workspace) =>
      void loadExports().then(({ copyDefinition }) =>
        copyDefinition(workspace, requestFor(workspace, notation)),
      ),
  };
}

function download(title: string, notation: Notation): Command {
  return {
    id: title,
    title,
    also: 'export save file',
    keys: [],
    enabled: always,
    run: (workspace) =>
      void loadExports().then(({ downloadDefinition }) =>
        downloadDefinition(workspace, requestFor(workspace, notation)),
      ),
  };
}
