import type { Timeline } from '../../../interpreter';
import { haveHitsLeft, type WatchList } from './watchList';

/**
 * What of the recorded events was looked at before it is shown, by nothing but type and state: whether the execution may go
 * on before that. When it is shown, the events that nothing waits for are not asked about any more.
 */
export class Outlook {
  /** Events that were looked at. */
  private end = 0;
  /** Those of them that may be hits, in order, and how many of these are shown. */
  private hits: number[] = [];
  private shown = 0;

  /**
   * Looks at what is recorded, each event once.
   *
   * @param position events that are shown
   * @returns whether none of the others can stop the run, whatever conditions say
   */
  isClear(list: WatchList, timeline: Pick<Timeline, 'length' | 'site'>, position: number): boolean {
    if (position >= this.end) {
      this.forget();
      this.end = position;
    }
    for (const { length } = timeline; this.end < length; this.end++) {
      const { type, state } = timeline.site(this.end);
      const watched = list.watched(type);
      if (watched === undefined) continue;
      if (watched.moment === 'several') return false;
      const waiting = state === undefined ? undefined : watched.at.get(state.path);
      if (waiting === undefined) continue;
      if (!haveHitsLeft(waiting, this.hits.length - this.shown)) return false;
      this.hits.push(this.end);
    }
    return true;
  }

  /** The first event to be asked about when it is shown, of those that are not shown yet. */
  get asked(): number {
    return this.hits[this.shown] ?? this.end;
  }

  /** An event is shown that was to be asked about. @returns whether it was looked at before */
  pass(event: number): boolean {
    if (event >= this.end) return false;
    if (this.hits[this.shown] === event) this.shown++;
    return true;
  }

  /** Something else may stop the run now. */
  forget(): void {
    this.end = 0;
    this.hits = [];
    this.shown = 0;
  }
}
