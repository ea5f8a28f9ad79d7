import type { StatePath } from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import type { Meters } from '../history.types';

/** Text made per request at most, in characters, and events looked at: a few milliseconds of work. */
const CHARACTERS_A_TURN = 2_000_000;
const EVENTS_A_TURN = 4_000;
/** A text this much shorter than the largest cannot be larger in UTF-8, where a character takes three bytes at most. */
const BYTES_PER_CHARACTER = 3;

const FIELDS = ['input', 'output', 'parameters'] as const;

/** Measures what passes from state to state, a part each time it is asked: making the texts is what costs. */
export class PayloadMeter {
  private measured = 0;
  private largest: { readonly bytes: number; readonly state?: StatePath } | undefined;
  private readonly encoder = new TextEncoder();

  constructor(
    private readonly fold: Fold,
    private readonly history: ReadableHistory,
  ) {}

  read(): Meters {
    const { position } = this.fold;
    const end = Math.min(position, this.measured + EVENTS_A_TURN);
    for (let characters = 0; this.measured < end && characters < CHARACTERS_A_TURN; this.measured++) {
      characters += this.measure(this.measured);
    }
    return {
      retries: this.retries(),
      measured: this.measured,
      events: position,
      ...(this.largest ? { largest: this.largest } : {}),
    };
  }

  /** @returns characters looked at */
  private measure(index: number): number {
    const { state } = this.history.record(index);
    let characters = 0;
    for (const text of payloadsOf(this.history.event(index))) {
      characters += text.length;
      const most = this.largest?.bytes ?? 0;
      if (text.length * BYTES_PER_CHARACTER <= most) continue;
      const bytes = this.encoder.encode(text).length;
      if (bytes > most) this.largest = { bytes, ...(state === undefined ? {} : { state }) };
    }
    return characters;
  }

  private retries(): number {
    const { visits } = this.fold;
    let retries = 0;
    for (let visit = 0; visit < visits.length; visit++) {
      retries += Math.max(0, visits.attempts.get(visit) - 1);
    }
    return retries;
  }
}

/** The texts of what an event carries. */
function* payloadsOf(event: HistoryEvent): Generator<string> {
  for (const [key, details] of Object.entries(event)) {
    if (!key.endsWith('EventDetails') || typeof details !== 'object' || details === null) continue;
    for (const field of FIELDS) {
      const text: unknown = Object.hasOwn(details, field) ? Reflect.get(details, field) : undefined;
      if (typeof text === 'string') yield text;
    }
  }
}
