import type { Json, JsonObject } from '../../asl';
import { Failure } from '../data/failure';
import { type Evaluated, PENDING, type Visit } from '../language/visit.types';
import type { OutsideScope } from '../outside';

/** Expressions of one field that wait for the JSONata library at most. */
const MOST_WAITS = 10_000;

/** A visit that belongs to no execution: what its fields come to changes nothing. */
export class DetachedVisit implements Visit {
  readonly input: Json;
  effective: Json;
  readonly now: number;
  private readonly known = new Map<object, Json | Failure>();
  private awaiting: Promise<void> | undefined;

  /** @param left milliseconds that are left for its expressions; absent: what the scope says */
  constructor(
    private readonly scope: OutsideScope,
    private readonly left?: () => number,
  ) {
    this.input = scope.input;
    this.effective = scope.input;
    this.now = scope.now;
  }

  context(): JsonObject {
    return this.scope.context();
  }

  variable(name: string): Json | undefined {
    return this.scope.variable(name);
  }

  random(): number {
    return this.scope.random();
  }

  /** Read by each expression as it begins. None at all would mean that it may take any. */
  get patience(): number | undefined {
    return this.left === undefined ? this.scope.patience : Math.max(1, this.left());
  }

  settled(expression: object): Json | Failure | undefined {
    return this.known.get(expression);
  }

  settle(expression: object, promise: Promise<Json | Failure>): void {
    this.awaiting = promise.then((value) => {
      this.known.set(expression, value);
    });
  }

  /** Evaluates a field of the visit, and waits for those of its expressions that need the library. */
  async evaluate<T>(field: (visit: Visit) => Evaluated<T>): Promise<T | Failure> {
    this.known.clear();
    for (let waits = 0; waits < MOST_WAITS; waits++) {
      const value = field(this);
      if (value !== PENDING) return value;
      await this.awaiting;
    }
    return new Failure('States.QueryEvaluationError', 'The expression did not end.');
  }
}
