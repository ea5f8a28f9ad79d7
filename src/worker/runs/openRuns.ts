import type { OpenRun } from './openRun';

/** Ended runs kept in memory; older ones are played again from what is stored. */
const MOST_ENDED = 4;

/** The runs of this worker, and the one on show. */
export class OpenRuns {
  private readonly byId = new Map<string, OpenRun>();
  private shownId: string | undefined;

  get(id: string): OpenRun | undefined {
    return this.byId.get(id);
  }

  /** The one on show. */
  get onShow(): OpenRun | undefined {
    return this.shownId === undefined ? undefined : this.byId.get(this.shownId);
  }

  get live(): readonly string[] {
    return this.all.filter(({ session }) => !session.isOver).map(({ id }) => id);
  }

  get all(): readonly OpenRun[] {
    return [...this.byId.values()];
  }

  /** One of the same name is closed. */
  add(run: OpenRun): void {
    this.byId.get(run.id)?.close();
    this.moveLast(run);
    run.session.lookAt(run.id === this.shownId);
    this.forgetEnded();
  }

  show(id: string | undefined): void {
    this.onShow?.session.lookAt(false);
    this.shownId = id;
    const shown = this.onShow;
    // As it is now, whatever moment of it was looked at before.
    shown?.shown.showMoment({ type: 'live' });
    shown?.session.lookAt(true);
    if (shown) this.moveLast(shown);
    this.forgetEnded();
  }

  close(id: string): void {
    this.byId.get(id)?.close();
    this.byId.delete(id);
    if (this.shownId === id) this.shownId = undefined;
  }

  /** Those that were shown or added last are kept longest. */
  private moveLast(run: OpenRun): void {
    this.byId.delete(run.id);
    this.byId.set(run.id, run);
  }

  private forgetEnded(): void {
    const ended = this.all.filter(({ id, session }) => session.isOver && id !== this.shownId);
    for (const { id } of ended.slice(0, -MOST_ENDED)) this.byId.delete(id);
  }
}
