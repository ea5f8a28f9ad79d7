import type { Breakpoint, MachineStops } from '../breakpoint.types';

const NONE: readonly Breakpoint[] = [];

/** Where executions stop that Tasks start, by their definition: told once, for all runs. */
export class ChildStops {
  private byText = new Map<string, readonly Breakpoint[]>();
  private told = 0;

  /** Another number each time they are told anew. */
  get version(): number {
    return this.told;
  }

  /** In place of those before; texts that are left out have none. */
  tell(machines: readonly MachineStops[]): void {
    this.byText = new Map(machines.map(({ text, breakpoints }) => [text, breakpoints]));
    this.told++;
  }

  of(text: string): readonly Breakpoint[] {
    return this.byText.get(text) ?? NONE;
  }

  has(text: string): boolean {
    return this.of(text).some(({ enabled }) => enabled);
  }
}
