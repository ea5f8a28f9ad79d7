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

  /**
   * In place of those before; texts that are left out have none.
   * @returns the texts of which executions stop where they did not before
   */
  tell(machines: readonly MachineStops[]): ReadonlySet<string> {
    const before = this.byText;
    this.byText = new Map(machines.map(({ text, breakpoints }) => [text, breakpoints]));
    this.told++;
    const added = machines.filter(({ text, breakpoints }) => {
      const known = new Set(before.get(text)?.map((each) => JSON.stringify(each)));
      return breakpoints.some((each) => each.enabled && !known.has(JSON.stringify(each)));
    });
    return new Set(added.map(({ text }) => text));
  }

  of(text: string): readonly Breakpoint[] {
    return this.byText.get(text) ?? NONE;
  }

  has(text: string): boolean {
    return this.of(text).some(({ enabled }) => enabled);
  }
}
