import { Download, FolderOpen } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { loadCompareDialog } from '../../views/compare';
import { selectRun, useWorkspace, useWorkspaceActions } from '../../workspace';
import { BLANK, openBlank } from '../gallery/blank';
import { copyDefinition, copyMermaid, downloadDefinition, downloadHistory, downloadPicture } from './exports';
import { openFiles } from './openFiles';
import { ShellMenu } from './ShellMenu';

const CompareDialog = lazy(loadCompareDialog);

/** Open and Export: the doors in and out. */
export default function Menus({ onExamples }: { readonly onExamples: () => void }) {
  return (
    <>
      <OpenMenu onExamples={onExamples} />
      <ExportMenu />
    </>
  );
}

function OpenMenu({ onExamples }: { readonly onExamples: () => void }) {
  const workspace = useWorkspaceActions();
  const picker = useRef<HTMLInputElement>(null);
  const [comparing, setComparing] = useState(false);
  return (
    <>
      <ShellMenu
        label="Open"
        icon={<FolderOpen size={15} aria-hidden="true" />}
        groups={[
          [
            { label: 'Open files…', run: () => picker.current?.click() },
            { label: 'New workflow', run: () => workspace.openText(BLANK, { kind: 'new' }) },
            { label: 'New workflow beside this one', run: () => void openBlank(workspace) },
          ],
          [
            { label: 'Compare…', run: () => setComparing(true) },
            { label: 'Examples…', run: onExamples },
          ],
        ]}
      />
      {comparing && (
        <Suspense fallback={null}>
          <CompareDialog onClose={() => setComparing(false)} />
        </Suspense>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".json,.jsonc,.yaml,.yml,.asl,.txt"
        onChange={(event) => {
          void openFiles(workspace, [...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

function ExportMenu() {
  const workspace = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const [wanted, setWanted] = useState(true);
  const withRun = wanted && run !== undefined;
  const typed = () => ({ format: workspace.store.getState().document.format, formatted: false });
  return (
    <ShellMenu
      label="Export"
      icon={<Download size={15} aria-hidden="true" />}
      groups={[
        [
          { label: 'Copy as typed', run: () => void copyDefinition(workspace, typed()) },
          {
            label: 'Copy as formatted JSON',
            run: () => void copyDefinition(workspace, { format: 'json', formatted: true }),
          },
          {
            label: 'Copy as YAML',
            run: () => void copyDefinition(workspace, { format: 'yaml', formatted: true }),
          },
        ],
        [
          { label: 'Download as typed', run: () => void downloadDefinition(workspace, typed()) },
          {
            label: 'Download formatted JSON',
            run: () => void downloadDefinition(workspace, { format: 'json', formatted: true }),
          },
          {
            label: 'Download YAML',
            run: () => void downloadDefinition(workspace, { format: 'yaml', formatted: true }),
          },
        ],
        [
          { label: 'Picture (SVG)', run: () => void downloadPicture(workspace, 'svg', withRun) },
          { label: 'Picture (PNG)', run: () => void downloadPicture(workspace, 'png', withRun) },
          { label: 'Copy as Mermaid', run: () => void copyMermaid(workspace, withRun) },
          {
            label: 'With run status',
            enabled: run !== undefined,
            checked: withRun,
            run: () => setWanted(!wanted),
          },
        ],
        [
          {
            label: 'Download execution history',
            enabled: run !== undefined && run.events > 0,
            run: () => void downloadHistory(workspace),
          },
        ],
      ]}
    />
  );
}
