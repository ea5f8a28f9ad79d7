import type { HandlerLog } from '../../services';
import { LIMITS } from './limits';

/** What a handler writes, as far as it is kept. */
export class LogBook {
  private readonly lines: string[] = [];
  private dropped = 0;

  get isFull(): boolean {
    return this.lines.length >= LIMITS.logLines;
  }

  write(line: string): void {
    if (this.isFull) this.drop();
    else this.lines.push(line.length > LIMITS.logLine ? `${line.slice(0, LIMITS.logLine)}…` : line);
  }

  /** A line that comes too late. */
  drop(): void {
    this.dropped++;
  }

  read(): HandlerLog {
    return { lines: this.lines, dropped: this.dropped };
  }
}
