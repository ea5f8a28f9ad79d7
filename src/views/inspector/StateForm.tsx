import { Tabs } from '@base-ui/react/tabs';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { QueryLanguage, StatePath, StateType } from '../../asl';
import type { FieldFinding, StateDetail } from '../../worker';
import { StateGlyph } from '../parts';
import { Findings } from './fields/Field';
import { receiveArrivals, takeArrival } from './form/arrivals';
import { FormProvider, useFormOf } from './form/form';
import { useStateDetail } from './form/useDetail';
import { useTrial } from './form/useTrial';
import styles from './Inspector.module.css';
import { StateName } from './StateName';
import { ConfigurationTab } from './tabs/ConfigurationTab';
import { DataTab } from './tabs/DataTab';
import { ErrorsTab } from './tabs/ErrorsTab';
import { TextTab } from './tabs/TextTab';
import { VariablesTab } from './tabs/VariablesTab';

const TestTab = lazy(() => import('./tabs/TestTab'));

type TabName = 'configuration' | 'data' | 'variables' | 'errors' | 'test' | 'text';

/** The tab that was open last: the next state opens on it, too. */
let lastTab: TabName = 'configuration';

/** Every field of one state. */
export function StateForm({ path }: { readonly path: StatePath }) {
  const detail = useStateDetail(path);
  return detail ? <Form detail={detail} /> : null;
}

function Form({ detail }: { readonly detail: StateDetail }) {
  const { type, queryLanguage } = detail;
  const trial = useTrial(detail);
  const form = useFormOf({
    object: detail.path,
    language: queryLanguage,
    definition: detail.definition,
    targets: detail.siblings,
    variables: detail.variables,
    findings: detail.findings,
    trial,
  });
  const { path } = detail;
  const [arrival, setArrival] = useState(() => takeArrival(path));
  const [chosen, setChosen] = useState(() => (arrival && tabAt(arrival.field)) ?? lastTab);
  useEffect(
    () =>
      receiveArrivals(path, (next) => {
        setArrival(next);
        setChosen((shown) => tabAt(next.field) ?? shown);
      }),
    [path],
  );
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!arrival) return;
    // A tab that was not open before has its fields a moment later.
    const frame = requestAnimationFrame(() => fieldIn(whole.current, arrival.field)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [arrival]);
  const tabs = tabsFor(type, queryLanguage);
  const tab = tabs.some(({ name }) => name === chosen) ? chosen : 'configuration';
  const own = detail.findings.filter(({ field }) => field === '');
  return (
    <FormProvider value={form}>
      <header className={styles.header}>
        {type && <StateGlyph type={type} size={26} />}
        <StateName detail={detail} />
        <span className={styles.type}>
          {type ?? 'No type'} · {queryLanguage}
        </span>
      </header>
      <Tabs.Root
        ref={whole}
        className={styles.tabbed}
        value={tab}
        onValueChange={(next: TabName) => {
          lastTab = next;
          setChosen(next);
        }}
      >
        <Tabs.List className={styles.tabs} activateOnFocus>
          {tabs.map(({ name, label }) => (
            <Tabs.Tab key={name} value={name} className={styles.tab}>
              {label}
              <Marks findings={detail.findings.filter(({ field }) => tabOf(field) === name)} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name }) => (
          <Tabs.Panel key={name} value={name} className={styles.body}>
            {name === 'configuration' && <Findings findings={own} />}
            <Pane name={name} type={type} path={path} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </FormProvider>
  );
}

interface PaneProps {
  readonly name: TabName;
  readonly type: StateType | undefined;
  readonly path: StatePath;
}

function Pane({ name, type, path }: PaneProps) {
  switch (name) {
    case 'configuration':
      return <ConfigurationTab type={type} />;
    case 'data':
      return type && <DataTab type={type} />;
    case 'variables':
      return type && <VariablesTab type={type} />;
    case 'errors':
      return <ErrorsTab />;
    case 'test':
      return (
        <Suspense fallback={null}>
          <TestTab path={path} asks={type !== undefined && ASKS.has(type)} />
        </Suspense>
      );
    case 'text':
      return <TextTab />;
  }
}

interface TabInfo {
  readonly name: TabName;
  readonly label: string;
}

const HANDLES_ERRORS: ReadonlySet<StateType> = new Set(['Task', 'Parallel', 'Map']);
const ASKS: ReadonlySet<StateType> = new Set(['Task', 'Parallel', 'Map']);

/** The words are those of the AWS console. */
function tabsFor(type: StateType | undefined, language: QueryLanguage): readonly TabInfo[] {
  const tabs: TabInfo[] = [{ name: 'configuration', label: 'Configuration' }];
  if (type && type !== 'Fail') {
    const jsonata = ASKS.has(type) ? 'Arguments & Output' : 'Output';
    tabs.push({ name: 'data', label: language === 'JSONata' ? jsonata : 'Input & Output' });
    tabs.push({ name: 'variables', label: 'Variables' });
  }
  if (type && HANDLES_ERRORS.has(type)) tabs.push({ name: 'errors', label: 'Retry & Catch' });
  if (type) tabs.push({ name: 'test', label: 'Test' });
  tabs.push({ name: 'text', label: 'JSON' });
  return tabs;
}

const DATA_FIELDS: ReadonlySet<string> = new Set([
  ...['InputPath', 'Parameters', 'ResultSelector', 'ResultPath', 'OutputPath', 'Result'],
  ...['Arguments', 'Output', 'Items', 'ItemsPath', 'ItemSelector'],
]);

function tabOf(field: string): TabName {
  const top = field.split('/')[1] ?? '';
  if (top === 'Retry' || top === 'Catch') return 'errors';
  if (top === 'Assign') return 'variables';
  return DATA_FIELDS.has(top) ? 'data' : 'configuration';
}

const tabAt = (field: readonly string[]): TabName | undefined =>
  field.length > 0 ? tabOf(`/${field.join('/')}`) : undefined;

/** The control of the innermost field around a place, else the first one there is. */
function fieldIn(form: HTMLElement | null, field: readonly string[]): HTMLElement | undefined {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const place = `/${field.join('/')}/`;
  const around = fields.filter(({ dataset }) => place.startsWith(`${dataset.field}/`));
  const controls = 'textarea, input, select';
  return (around.at(-1) ?? form)?.querySelector<HTMLElement>(controls) ?? undefined;
}

/** How much is wrong on a tab. */
function Marks({ findings }: { readonly findings: readonly FieldFinding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (errors === 0 && warnings === 0) return null;
  return (
    <span className={errors > 0 ? styles.errors : styles.warnings}>
      {errors || warnings}
      <span className="visually-hidden"> {errors > 0 ? 'errors' : 'warnings'}</span>
    </span>
  );
}
