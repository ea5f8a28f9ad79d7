import { describe, expect, it } from 'vitest';
import { CARDS } from './cards';
import type { Card } from './example';
import { type ExampleRun, openInStudio, runInStudio, testCasesOf } from './testing/studio';

/** Advice that is a matter of taste in something so small. */
const TASTE: ReadonlySet<string> = new Set(['LAMBDA_WITHOUT_RETRY', 'NEEDLESS_PASS', 'TASK_WITHOUT_TIMEOUT']);

/** How each test case of an example's mocks ends; the first is what Run shows. */
const ENDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'order-processing': {
    CardSystemBusy: 'SUCCEEDED',
    CardDeclined: 'FAILED OrderRejected',
    OrderInvalid: 'FAILED OrderRejected',
  },
  'loan-approval': {
    UnderwriterApproves: 'SUCCEEDED',
    UnderwriterDeclines: 'SUCCEEDED',
    NobodyAnswers: 'SUCCEEDED',
    ClearCase: 'SUCCEEDED',
  },
  'trip-booking': { NoCarLeft: 'FAILED SoldOut', AllBooked: 'SUCCEEDED', NoRoomLeft: 'FAILED SoldOut' },
  'csv-import': { '': 'SUCCEEDED' },
  'video-transcoding': { OneRenditionFails: 'SUCCEEDED', AllRenditionsMade: 'SUCCEEDED' },
  'snapshot-export': { DoneAtTheFourthLook: 'SUCCEEDED', ExportFails: 'FAILED ExportFailed' },
  'customer-onboarding': { Verified: 'SUCCEEDED', NotInRegister: 'FAILED NotVerified' },
  'partner-api': { BusyThenDownThenFine: 'SUCCEEDED', AddressRefused: 'SUCCEEDED' },
  'ml-training': {
    BetterModel: 'SUCCEEDED',
    WorseModel: 'SUCCEEDED',
    TrainingFails: 'FAILED TrainingFailed',
  },
  'iot-ingestion': { OneMachineTooHot: 'SUCCEEDED', AllCool: 'SUCCEEDED' },
  'content-moderation': {
    ModeratorPublishes: 'SUCCEEDED',
    Violent: 'SUCCEEDED',
    Harmless: 'SUCCEEDED',
    BrokenPicture: 'SUCCEEDED',
  },
  'support-triage': { SecondDraftIsGood: 'SUCCEEDED', Billing: 'SUCCEEDED', NoGoodDraft: 'SUCCEEDED' },
  'data-quality': { '': 'SUCCEEDED' },
  'nightly-report': { ReportSent: 'SUCCEEDED', QueryFails: 'FAILED NoReport' },
  'warehouse-picking': { RobotsSilent: 'SUCCEEDED', SecondRobotPicks: 'SUCCEEDED' },
};

type Proof = (run: ExampleRun) => boolean;

const happens =
  (type: string, times = 1): Proof =>
  ({ events }) =>
    events.filter((event) => event.type === type).length >= times;
/** A task of the service was started, e.g. `http invoke`. */
const calls =
  (pattern: RegExp): Proof =>
  ({ events }) =>
    events.some(
      (event) =>
        event.type === 'TaskScheduled' &&
        pattern.test(
          `${event.taskScheduledEventDetails.resourceType} ${event.taskScheduledEventDetails.resource}`,
        ),
    );
const inText =
  (...words: readonly string[]): Proof =>
  ({ text }) =>
    words.every((word) => text.includes(word));
const all =
  (...proofs: readonly Proof[]): Proof =>
  (run) =>
    proofs.every((proof) => proof(run));
const loops: Proof = ({ states }) =>
  states.some(({ path, visits }) => visits > 1 && !/ItemProcessor/.test(path));
const retries: Proof = ({ states }) => states.some((state) => state.retries > 0 && state.succeeded > 0);

/** What the history of the first test case must have for a card to say so. */
const PROOFS: Readonly<Record<string, Proof>> = {
  Activity: happens('ActivityScheduled'),
  'Backoff with jitter': all(retries, inText('JitterStrategy')),
  Callback: calls(/\.waitForTaskToken$/),
  'Caught error': ({ states }) => states.some(({ caught }) => caught > 0),
  Choice: happens('ChoiceStateEntered'),
  'Distributed Map': happens('MapRunStarted'),
  'Ends in Fail': happens('FailStateEntered'),
  Heartbeat: all(inText('HeartbeatSeconds'), ({ events }) =>
    JSON.stringify(events).includes('States.HeartbeatTimeout'),
  ),
  'HTTP endpoint': calls(/^http invoke$/),
  'Language model': calls(/^bedrock invokeModel$/),
  Loop: loops,
  Map: happens('MapIterationSucceeded', 2),
  'Map in Parallel': all(happens('MapIterationSucceeded', 2), ({ states }) =>
    states.some(({ path }) => /\/Branches\/.*\/ItemProcessor\//.test(path)),
  ),
  'Nested workflows': all(
    calls(/^states startExecution/),
    ({ events, state }) =>
      events.some(({ type }) => type === 'TaskSubmitted') && state.execution.services.machines.length > 0,
  ),
  Parallel: happens('ParallelStateSucceeded'),
  'Polling loop': all(loops, happens('WaitStateEntered', 2)),
  'Retry that succeeds': retries,
  'S3 objects': ({ state }) => state.execution.services.objects.length > 0,
  Saga: ({ events }) => {
    const left = events.flatMap((event) =>
      event.type === 'TaskStateExited' ? event.stateExitedEventDetails.name : [],
    );
    return left.indexOf('Cancel hotel') > left.indexOf('Book hotel') && left.includes('Cancel flight');
  },
  'Tolerated failure': all(happens('MapRunSucceeded'), ({ states }) =>
    states.some(({ failed }) => failed > 0),
  ),
  Variables: ({ events }) =>
    events.some(
      (event) => 'stateExitedEventDetails' in event && 'assignedVariables' in event.stateExitedEventDetails,
    ),
  Wait: happens('WaitStateEntered'),
  'Waits for a job': all(calls(/\.sync(:2)?$/), happens('TaskSubmitted')),
  YAML: ({ state }) => state.document.format === 'yaml',
};

describe.each(CARDS)('the example $title', (card: Card) => {
  it('has nothing that we or AWS would refuse', async () => {
    const { store } = await openInStudio(card);
    const { analysis, document } = store.getState();
    expect(analysis.problem).toBeUndefined();
    const faults = analysis.diagnostics.filter(({ code }) => !TASTE.has(code));
    expect(faults.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(document.name).toBe(card.id);
    expect(/"?QueryLanguage"?: "?JSONata/.test(document.text)).toBe(card.language === 'JSONata');
  });

  it('ends as every test case of its mocks says', async () => {
    const workspace = await openInStudio(card);
    const ends: Record<string, string> = {};
    for (const testCase of testCasesOf(workspace)) {
      ends[testCase ?? ''] = (await runInStudio(workspace, testCase)).end;
      expect(workspace.store.getState().execution.run?.type).toBe(card.type);
    }
    expect(ends).toEqual(ENDS[card.id]);
  });

  it('shows what its card says', async () => {
    const workspace = await openInStudio(card);
    const run = await runInStudio(workspace, testCasesOf(workspace)[0]);
    expect(card.shows.filter((show) => !PROOFS[show]?.(run))).toEqual([]);
  });
});
