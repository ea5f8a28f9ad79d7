import { ChevronRight, FileInput, FlaskConical } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Graph, StateNode, TestAnswer } from '../../../asl';
import type { TrialResult } from '../../../worker';
import {
  selectGraph,
  selectSelectedState,
  selectText,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { classNames, JsonText, useFetched } from '../../parts';
import { prettyJson } from '../eventDetails';
import styles from './answers.module.css';
import { CloseAnswer } from './CloseAnswer';
import { TOO_LARGE } from './executionWords';
import { type ComparedStage, comparedStages, likelyState, mockOf, mostTelling } from './testedStages';
import { givenValue, givenVariables, isJsonText, lackingWords, variablesElsewhere } from './testedVariables';
import { UntoldVariables } from './UntoldVariables';

interface AboutTestProps {
  readonly test: TestAnswer;
  /** Values of variables before the state that the user gave, as typed. */
  readonly given: Readonly<Record<string, string>>;
  readonly onGive: (variable: string, json: string) => void;
  /** A reload loses it. */
  readonly unkept: boolean;
  readonly takeInput: () => void;
  readonly dismiss: () => void;
}

const STATUS_WORDS: Readonly<Record<TestAnswer['status'], string>> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  RETRIABLE: 'failed, and would be tried again',
  CAUGHT_ERROR: 'failed, and a catcher took the error',
};

/** What each stage of a state was that AWS tested, beside the same state tried here on the same input. */
export function AboutTest({ test, given, onGive, unkept, takeInput, dismiss }: AboutTestProps) {
  const { selection } = useWorkspaceActions();
  const states = useStates();
  const { state, choose } = useTested(test, states);
  const { trial, untold, lacking } = useTrialOf(test, state, given);
  const stages = useMemo(() => comparedStages(test, trial), [test, trial]);
  const [chosen, setChosen] = useState<string>();
  const shown = stages.find(({ name }) => name === chosen) ?? mostTelling(stages);
  return (
    <section className={styles.pane} aria-label="Answer from AWS">
      <header className={styles.bar}>
        <FlaskConical size={14} aria-hidden="true" />
        <p className={styles.head}>
          A test of one state at AWS: it{' '}
          <strong data-status={test.status}>{STATUS_WORDS[test.status]}</strong>. Your workflow stays as it
          is.
          {unkept && TOO_LARGE}
        </p>
        <label className={styles.which}>
          Compare with
          <select
            value={state?.path ?? ''}
            onChange={({ target }) => {
              const next = states.find(({ path }) => path === target.value);
              if (!next) return;
              choose(next.path);
              selection.select(next.path, 'debugger');
            }}
          >
            {state === undefined && <option value="">Choose a state</option>}
            {states.map(({ path, name }) => (
              <option key={path} value={path}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {inputOf(test) !== undefined && (
          <button type="button" className={styles.button} onClick={takeInput}>
            <FileInput size={13} aria-hidden="true" /> Use its input for a run
          </button>
        )}
        <CloseAnswer onClose={dismiss} />
      </header>
      <Stages stages={stages} shown={shown?.name} onChoose={setChosen} />
      <div className={styles.columns}>
        <section className={styles.column} aria-label="At AWS">
          <h3>{shown?.title} at AWS</h3>
          {shown && (
            <JsonText key={shown.name} text={prettyJson(shown.aws)} label={`${shown.title} at AWS`} />
          )}
          {test.stages.length === 0 && (
            <p className={styles.note}>
              It was tested without its stages. Test it with the inspection level DEBUG to see what each field
              made of the data.
            </p>
          )}
        </section>
        <section className={styles.column} aria-label="Here">
          <Here test={test} state={state} trial={trial} shown={shown} lacking={lacking} />
          {state && untold.length > 0 && (
            <UntoldVariables key={state.path} names={untold} given={given} onGive={onGive} />
          )}
        </section>
      </div>
    </section>
  );
}

interface StagesProps {
  readonly stages: readonly ComparedStage[];
  readonly shown: string | undefined;
  readonly onChoose: (name: string) => void;
}

function Stages({ stages, shown, onChoose }: StagesProps) {
  return (
    <nav className={styles.strip} aria-label="Stages of the test">
      {stages.map(({ name, title, verdict }, index) => (
        <span key={name} className={styles.step}>
          {index > 0 && <ChevronRight size={12} aria-hidden="true" />}
          <button
            type="button"
            className={classNames(styles.chip, verdict === 'other' && styles.other)}
            aria-pressed={name === shown}
            onClick={() => onChoose(name)}
          >
            {title}
            {verdict === 'other' && (
              <span role="img" aria-label="not the same here">
                ≠
              </span>
            )}
          </button>
        </span>
      ))}
    </nav>
  );
}

interface HereProps {
  readonly test: TestAnswer;
  readonly state: StateNode | undefined;
  readonly trial: TrialResult | undefined;
  readonly shown: ComparedStage | undefined;
  /** Variables without which it is not tried. */
  readonly lacking: readonly string[];
}

function Here(props: HereProps) {
  const { state, trial, shown } = props;
  const note = whyNotCompared(props);
  if (note !== undefined || !state || !trial || !shown)
    return (
      <>
        <h3>Here</h3>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </>
    );
  return (
    <>
      <header className={styles.said}>
        <h3>Here</h3>
        <p className={styles.verdict} role="status">
          {shown.verdict === 'same'
            ? `“${state.name}” gives the same here.`
            : `“${state.name}” gives something else here.`}
        </p>
      </header>
      {shown.verdict === 'other' &&
        (shown.here === undefined ? (
          <p className={styles.note}>Nothing: it does not come to this here.</p>
        ) : (
          <JsonText key={shown.name} text={prettyJson(shown.here)} label={`${shown.title} here`} />
        ))}
    </>
  );
}

function whyNotCompared({ test, state, trial, shown, lacking }: HereProps): string | undefined {
  if (inputOf(test) === undefined)
    return 'This answer has no input, so the state cannot be tried on it here.';
  if (!state) return 'Choose the state that was tested to try it here on the same input.';
  if (lacking.length > 0) return lackingWords(state.name, lacking);
  if (trial?.ok === false) return `It cannot be tried here: ${trial.reason}`;
  if (trial && shown?.verdict === 'unknown')
    return 'A trial here does not make this stage, so there is nothing to compare.';
  return undefined;
}

/** Every state of the workflow, in the order of the drawing's scopes. */
function useStates(): readonly StateNode[] {
  const graph = useWorkspace(selectGraph);
  return useMemo(
    () =>
      graph?.scopes.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'state' ? [node] : []))) ??
      [],
    [graph],
  );
}

/** The state in hand: what the user chose, in the list or on the canvas, else what is likely. */
function useTested(test: TestAnswer, states: readonly StateNode[]) {
  const graph = useWorkspace(selectGraph);
  const selected = useWorkspace(selectSelectedState);
  const [choice, choose] = useState<string>();
  const { nextState } = test;
  const onward = useMemo(() => leadingTo(graph, nextState), [graph, nextState]);
  const state =
    states.find(({ path }) => path === choice) ??
    likelyState(test, states, selected, ({ id }) => onward.has(id));
  return { state, choose };
}

/** The states that may go on to one of a name. */
const leadingTo = (graph: Graph | undefined, name: string | undefined): ReadonlySet<string> =>
  new Set(
    graph?.scopes.flatMap(({ nodes, transitions }) => {
      const there = new Set(
        nodes.flatMap((node) => (node.kind === 'state' && node.name === name ? node.id : [])),
      );
      return transitions.flatMap(({ from, to }) => (there.has(to) ? from : []));
    }),
  );

const inputOf = ({ stages }: TestAnswer): string | undefined =>
  stages.find(({ name }) => name === 'input')?.text;

/** The state tried on the input of the test, its service answering what it answered there. */
function useTrialOf(test: TestAnswer, state: StateNode | undefined, given: Readonly<Record<string, string>>) {
  const { tryState } = useWorkspaceActions();
  const text = useWorkspace(selectText);
  const input = inputOf(test);
  const variables = givenVariables(given);
  const tried = useFetched(`${state?.path ?? ''} ${input ?? ''}`, `${variables} ${text}`, async () =>
    state === undefined || input === undefined
      ? undefined
      : {
          variables,
          result: await tryState({
            ...{ state: state.path, input, variables, answer: mockOf(test) },
            elsewhere: variablesElsewhere(test),
          }),
        },
  );
  const untold = tried?.result.untold ?? [];
  const lacking = untold.filter((name) => !isJsonText(givenValue(given, name)));
  // Without a variable that it reads, or with what it was before, every stage would seem to be another one.
  const isAbout = lacking.length === 0 && tried?.variables === variables;
  return { trial: isAbout ? tried.result : undefined, untold, lacking };
}
