import type { HandlerCall, HandlerOutcome } from '../../services';
import type {
  Breakpoint,
  CallReply,
  CallRequest,
  ExecutionClient,
  ExecutionNews,
  ImportResult,
  KeptRuns,
  ListedRun,
  Moment,
  MomentTarget,
  ProgressBatch,
  RunClient,
  RunOnShow,
  RunRequest,
  StartResult,
} from '../../worker';

/** A worker that runs nothing: it notes what it is told, and tells what the test lets it tell. */
export class FakeExecution implements ExecutionClient, RunClient {
  /** What was asked, in order. */
  readonly told: string[] = [];
  /** The runs that were asked about, in order. */
  readonly meant: string[] = [];
  run: RunRequest | undefined;
  heldElsewhere: readonly string[] = [];
  startResult: StartResult = { ok: true };
  /** What every moment shows. */
  momentResult: Pick<Moment, 'states' | 'taken'> = { states: [], taken: [] };
  /** What can be shown again, and what is listed. */
  readonly kept = new Map<string, RunOnShow>();
  listed: readonly ListedRun[] = [];
  callReplies: { readonly [Type in CallRequest]: CallReply<Type> } = {
    getCall: null,
    checkAnswer: { problems: [], warnings: [] },
    answerCall: null,
    letTimePass: null,
  };
  private readonly listeners = new Set<(news: ExecutionNews) => void>();

  start(run: RunRequest, speed: unknown, paused: boolean): Promise<StartResult> {
    this.told.push(`start ${speed}${paused ? ' paused' : ''}`);
    this.run = run;
    return Promise.resolve(this.startResult);
  }
  load(text: string) {
    return this.tell(`load ${text}`, { states: [], taken: [], timeline: 0 });
  }
  pause() {
    return this.tell('pause', undefined);
  }
  continue() {
    return this.tell('continue', undefined);
  }
  step(kind: unknown) {
    return this.tell(`step ${kind}`, undefined);
  }

  of(run: string): RunClient {
    this.meant.push(run);
    return this;
  }
  setBreakpoints(breakpoints: readonly Breakpoint[]) {
    const places = breakpoints.map((each) => (each.kind === 'variable' ? each.variable : each.state));
    return this.tell(`breakpoints ${places.join(' ')}`, undefined);
  }
  stop() {
    return this.tell('stop', undefined);
  }
  setSpeed(speed: unknown) {
    return this.tell(`speed ${speed}`, undefined);
  }
  getEvents(from: number, count: number) {
    return this.tell(`events ${from} ${count}`, { from, total: 0, rows: [] });
  }
  getVisits(state: Parameters<RunClient['getVisits']>[0], from: number) {
    return this.tell(`visits ${state}`, { state, from, total: 0, visits: [] });
  }
  getVisit() {
    return this.tell('visit', undefined);
  }
  askCalls<Type extends CallRequest>(type: Type, body: unknown): Promise<CallReply<Type>> {
    return this.tell(`${type} ${JSON.stringify(body)}`, this.callReplies[type]);
  }
  showMoment(target: MomentTarget): Promise<Moment | undefined> {
    const position = target.type === 'at' ? target.position : 0;
    const moment = { position, time: 0 as Moment['time'], transitions: 0, ...this.momentResult };
    const live = target.type === 'live' || target.type === 'step';
    return this.tell(`moment ${JSON.stringify(target)}`, live ? undefined : moment);
  }
  getTicks() {
    return this.tell('ticks', { total: 0, lanes: [] });
  }
  getData(watches: readonly string[]) {
    return this.tell(`data ${watches.join(' ')}`, { variables: {}, watched: [] });
  }
  /** No view of a history is open in the tests of the workspace. */
  look(type: string) {
    this.told.push(`look ${type}`);
    return Promise.reject(new Error('There is no run to look at.'));
  }
  readonly ask: RunClient['ask'] = () => Promise.reject(new Error('Nothing runs here.'));
  showRun(run: string): Promise<RunOnShow | string> {
    return this.tell(`show ${run}`, this.kept.get(run) ?? 'This run is not kept any more.');
  }
  showChild(run: string, execution: string) {
    return this.tell(`show ${execution} of ${run}`, 'It is not known here.');
  }
  stopInside() {
    return Promise.resolve();
  }
  closeRun(run: string) {
    return this.tell(`close ${run}`, undefined);
  }
  listRuns(): Promise<KeptRuns> {
    return this.tell('list', { runs: this.listed, limit: 1000 });
  }
  removeRuns(runs: readonly string[]) {
    return this.tell(`remove ${runs.join(' ')}`, this.heldElsewhere);
  }
  limitRuns(limit: number) {
    return this.tell(`limit ${limit}`, undefined);
  }
  exportRun(run: string) {
    return this.tell(`export ${run}`, '{}');
  }
  importRun(text: string): Promise<ImportResult> {
    return this.tell('import', { ok: true, run: text });
  }
  async tryHandler(call: HandlerCall): Promise<HandlerOutcome> {
    return this.tell('try handler', { type: 'returned', result: call.input, lines: [], dropped: 0, took: 0 });
  }
  exportHistory() {
    return this.tell('export', '{}');
  }
  subscribe(listener: (news: ExecutionNews) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  dispose(): void {}

  /** Progress of the run that was started last. */
  push(part: Partial<ProgressBatch>): void {
    if (!this.run) throw new Error('no run was started');
    const { executionName, startTime } = this.run.settings;
    const batch: ProgressBatch = {
      run: executionName,
      control: 'running',
      now: startTime,
      events: 1,
      timeline: 1,
      transitions: 0,
      states: [],
      taken: [],
      ...part,
    };
    this.say({ type: 'progress', batch });
  }
  say(news: ExecutionNews): void {
    for (const listener of this.listeners) listener(news);
  }

  private tell<Answer>(what: string, answer: Answer): Promise<Answer> {
    this.told.push(what);
    return Promise.resolve(answer);
  }
}
