import { Keyboard, Monitor, Moon, PanelBottom, PanelRight, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { RunControls } from '../../views/debugger';
import {
  selectName,
  selectRedoLabel,
  selectTheme,
  selectUndoLabel,
  type Theme,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import styles from './Header.module.css';

const Menus = lazy(() => import('./Menus'));

export interface HeaderProps {
  readonly editorShown: boolean;
  readonly debuggerShown: boolean;
  onToggleEditor(): void;
  onToggleDebugger(): void;
  onExamples(): void;
  onHelp(): void;
  onFind(): void;
}

export function Header({
  editorShown,
  debuggerShown,
  onToggleEditor,
  onToggleDebugger,
  onExamples,
  onHelp,
  onFind,
}: HeaderProps) {
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>
        <img src="/favicon.svg" alt="" width={22} height={22} /> Statecraft
      </h1>
      <DocumentName />
      <UndoButtons />
      <div className={styles.centre}>
        <RunControls />
      </div>
      <Suspense fallback={<span className={styles.menus} />}>
        <Menus onExamples={onExamples} />
      </Suspense>
      <span className={styles.rule} />
      <button
        type="button"
        className={styles.icon}
        onClick={onFind}
        title="Go to anything (Ctrl+K)"
        aria-label="Go to anything"
      >
        <Search size={16} />
      </button>
      <Toggle label="Editor" pressed={editorShown} onClick={onToggleEditor}>
        <PanelRight size={16} />
      </Toggle>
      <Toggle label="Run and history" pressed={debuggerShown} onClick={onToggleDebugger}>
        <PanelBottom size={16} />
      </Toggle>
      <ThemeButton />
      <button
        type="button"
        className={styles.icon}
        onClick={onHelp}
        title="Keyboard shortcuts (?)"
        aria-label="Keyboard shortcuts"
      >
        <Keyboard size={16} />
      </button>
    </header>
  );
}

function DocumentName() {
  const { document } = useWorkspaceActions();
  const name = useWorkspace(selectName);
  return (
    <input
      className={styles.name}
      aria-label="Name of the workflow"
      value={name}
      spellCheck={false}
      size={Math.min(28, Math.max(8, name.length + 1))}
      onChange={(event) => document.rename(event.target.value)}
    />
  );
}

function UndoButtons() {
  const actions = useWorkspaceActions();
  const undo = useWorkspace(selectUndoLabel);
  const redo = useWorkspace(selectRedoLabel);
  return (
    <span className={styles.group}>
      <button
        type="button"
        className={styles.icon}
        disabled={undo === undefined}
        onClick={actions.undo}
        title={undo === undefined ? 'Nothing to undo' : `Undo: ${undo}`}
        aria-label="Undo"
      >
        <Undo2 size={16} />
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={redo === undefined}
        onClick={actions.redo}
        title={redo === undefined ? 'Nothing to redo' : `Redo: ${redo}`}
        aria-label="Redo"
      >
        <Redo2 size={16} />
      </button>
    </span>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Toggle({ label, pressed, onClick, children }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles.icon}
      aria-pressed={pressed}
      aria-label={label}
      title={`${pressed ? 'Hide' : 'Show'}: ${label}`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const THEME_ICON = { system: Monitor, light: Sun, dark: Moon } satisfies Record<Theme, unknown>;

function ThemeButton() {
  const { settings } = useWorkspaceActions();
  const theme = useWorkspace(selectTheme);
  const Icon = THEME_ICON[theme];
  return (
    <button
      type="button"
      className={styles.icon}
      title={`Theme: ${theme}`}
      aria-label={`Theme: ${theme}. Change to ${NEXT_THEME[theme]}`}
      onClick={() => settings.change({ theme: NEXT_THEME[theme] })}
    >
      <Icon size={16} />
    </button>
  );
}
