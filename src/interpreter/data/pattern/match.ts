import { isLineEnd, isWordCharacter } from './characterSet';
import type { Assertion } from './patternSyntax.types';
import type { Instruction } from './program';

/**
 * Backtracking that never tries the same instruction at the same position twice. Without back references the
 * outcome of such a pair does not depend on how it was reached, so a search takes at most
 * (instructions × characters) steps where a usual backtracking matcher may take exponentially many, and finds
 * the same match. Look-ahead can repeat work inside a search; the step budget bounds that, too.
 */
export class StepBudget {
  /** About a second's worth. */
  left = 20_000_000;
}

/** The search was given up: its step budget is used up. */
export class MatchLimit extends Error {
  constructor() {
    super('The regular expression takes too long on this text');
  }
}

/** Positions per capture slot (`2i`: start of group i, `2i + 1`: its end), -1 where a group took no part. */
export type Captures = Int32Array;

export class Matcher {
  private readonly visited: Uint32Array;
  private readonly width: number;

  constructor(
    private readonly program: readonly Instruction[],
    private readonly text: string,
    private readonly slots: number,
    private readonly budget: StepBudget,
  ) {
    this.width = text.length + 1;
    this.visited = new Uint32Array(Math.ceil((program.length * this.width) / 32));
  }

  /** The leftmost match that starts at `from` or later. */
  search(from: number): Captures | undefined {
    for (let start = from; start <= this.text.length; start++) {
      const captures = this.run(0, start, false);
      if (captures) return captures;
    }
    return undefined;
  }

  /** A match of the whole text. */
  matchWhole(): boolean {
    return this.run(0, 0, true) !== undefined;
  }

  private run(startInstruction: number, start: number, whole: boolean): Captures | undefined {
    const captures = new Int32Array(this.slots).fill(-1);
    captures[0] = start;
    // Pairs: an instruction and the position to try it at, or -1 - slot and the value to restore in that slot.
    const stack: number[] = [startInstruction, start];
    const marked: number[] = [];
    while (stack.length > 0) {
      let position = stack.pop() ?? 0;
      let at = stack.pop() ?? 0;
      if (at < 0) {
        captures[-1 - at] = position;
        continue;
      }
      for (;;) {
        if (--this.budget.left < 0) throw new MatchLimit();
        const key = at * this.width + position;
        const bit = 1 << (key & 31);
        const word = this.visited[key >>> 5] ?? 0;
        if (word & bit) break;
        this.visited[key >>> 5] = word | bit;
        marked.push(key);
        const instruction = this.program[at];
        if (!instruction) break;
        if (instruction.op === 'set') {
          if (position >= this.text.length || !instruction.set.has(this.text.charCodeAt(position))) break;
          position++;
          at++;
        } else if (instruction.op === 'split') {
          stack.push(instruction.second, position);
          at = instruction.first;
        } else if (instruction.op === 'jump') at = instruction.to;
        else if (instruction.op === 'save') {
          stack.push(-1 - instruction.slot, captures[instruction.slot] ?? -1);
          captures[instruction.slot] = position;
          at++;
        } else if (instruction.op === 'assertion') {
          if (!this.holds(instruction.assertion, position)) break;
          at++;
        } else if (instruction.op === 'lookahead') {
          const found = this.run(at + 1, position, false);
          if ((found === undefined) !== instruction.negative) break;
          found?.forEach((value, slot) => {
            if (slot < 2 || value < 0) return;
            stack.push(-1 - slot, captures[slot] ?? -1);
            captures[slot] = value;
          });
          at = instruction.next;
        } else {
          if (whole && position < this.text.length) break;
          captures[1] = position;
          // What led to a match has not failed: a later run may pass here again.
          for (const each of marked) this.clear(each);
          return captures;
        }
      }
    }
    return undefined;
  }

  private clear(key: number): void {
    this.visited[key >>> 5] = (this.visited[key >>> 5] ?? 0) & ~(1 << (key & 31));
  }

  private holds(assertion: Assertion, position: number): boolean {
    const { text } = this;
    switch (assertion) {
      case 'textStart':
        return position === 0;
      case 'textEnd':
        return position === text.length;
      case 'lineStart':
        return position === 0 || isLineEnd(text.charCodeAt(position - 1));
      case 'lineEnd':
        return position === text.length || isLineEnd(text.charCodeAt(position));
      default: {
        const before = position > 0 && isWordCharacter(text.charCodeAt(position - 1));
        const after = position < text.length && isWordCharacter(text.charCodeAt(position));
        return (before !== after) === (assertion === 'wordBoundary');
      }
    }
  }
}
