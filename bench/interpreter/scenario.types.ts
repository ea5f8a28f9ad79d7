import type { Json } from '../../src/asl';
import type { CallService } from '../../src/interpreter';
import type { Floor } from './floor';

/** One workload: a definition, its input, how many states one execution enters, and what it is compared with. */
export interface Scenario {
  readonly name: string;
  readonly definition: Json;
  readonly input: Json;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Retries: attempts. Everything else: states entered, nested ones included. */
  readonly transitions: number;
  /** Executions per round: enough for some ten milliseconds. */
  readonly executions: number;
  readonly services?: () => CallService;
  /** The same records by hand. */
  readonly floor?: Floor;
  /** What the peer has to be told; absent where it cannot run the definition. */
  readonly peer?: PeerOverrides;
  /** The expressions of one execution by the JSONata library alone. */
  readonly library?: () => Promise<void>;
}

/** What the peer is told instead of waiting in real time, and instead of calling AWS. */
export interface PeerOverrides {
  /** Wait states, and states with retriers, that go on at once. */
  readonly waits?: readonly string[];
  readonly retries?: readonly string[];
  /** Answers of the Task states by name; a fresh set per execution, as failures are counted. */
  readonly tasks?: () => Readonly<Record<string, () => Json>>;
}
