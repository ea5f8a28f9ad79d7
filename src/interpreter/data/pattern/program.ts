import { SyntaxProblem } from '../compiled.types';
import type { Assertion, CharacterSet, ParsedPattern, PatternNode } from './patternSyntax.types';

/** A regular expression as instructions for `match`; jump targets are indexes into the list. */
export type Instruction =
  | { readonly op: 'set'; readonly set: CharacterSet }
  | { readonly op: 'assertion'; readonly assertion: Assertion }
  /** Go on at `first`; when that fails, at `second`. */
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  /** Remember the position in a capture slot. */
  | { readonly op: 'save'; readonly slot: number }
  /** Run the instructions that follow up to their `match`, then go on at `next`. */
  | { readonly op: 'lookahead'; readonly negative: boolean; readonly next: number }
  | { readonly op: 'match' };

/** Counted repetitions are written out, so `(a{1000}){1000}` would be a million instructions. */
const MAX_INSTRUCTIONS = 10_000;

class TooLarge extends Error {}

export function buildProgram({ root }: ParsedPattern): readonly Instruction[] | SyntaxProblem {
  const builder = new ProgramBuilder();
  try {
    builder.emit(root);
    builder.add({ op: 'match' });
    return builder.instructions;
  } catch (error) {
    if (error instanceof TooLarge) return new SyntaxProblem('The regular expression is too large', 0);
    throw error;
  }
}

class ProgramBuilder {
  readonly instructions: Instruction[] = [];

  add(instruction: Instruction): number {
    if (this.instructions.length >= MAX_INSTRUCTIONS) throw new TooLarge();
    return this.instructions.push(instruction) - 1;
  }

  emit(node: PatternNode): void {
    switch (node.kind) {
      case 'empty':
        return;
      case 'set':
        this.add({ op: 'set', set: node.set });
        return;
      case 'assertion':
        this.add({ op: 'assertion', assertion: node.assertion });
        return;
      case 'sequence':
        for (const part of node.parts) this.emit(part);
        return;
      case 'group':
        if (node.index !== undefined) this.add({ op: 'save', slot: node.index * 2 });
        this.emit(node.body);
        if (node.index !== undefined) this.add({ op: 'save', slot: node.index * 2 + 1 });
        return;
      case 'lookahead': {
        const at = this.add({ op: 'match' });
        this.emit(node.body);
        this.add({ op: 'match' });
        this.instructions[at] = { op: 'lookahead', negative: node.negative, next: this.instructions.length };
        return;
      }
      case 'alternatives':
        this.emitAlternatives(node.parts);
        return;
      case 'repeat':
        this.emitRepeat(node.body, node.min, node.max, node.greedy);
    }
  }

  private emitAlternatives(parts: readonly PatternNode[]): void {
    const jumps: number[] = [];
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      const split = isLast ? undefined : this.add({ op: 'match' });
      this.emit(part);
      if (split === undefined) return;
      jumps.push(this.add({ op: 'match' }));
      this.instructions[split] = { op: 'split', first: split + 1, second: this.instructions.length };
    });
    for (const jump of jumps) this.instructions[jump] = { op: 'jump', to: this.instructions.length };
  }

  private emitRepeat(body: PatternNode, min: number, max: number, greedy: boolean): void {
    for (let count = 0; count < min; count++) this.emit(body);
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.add({ op: 'match' });
      this.emit(body);
      this.add({ op: 'jump', to: loop });
      this.setSplit(loop, greedy);
      return;
    }
    const splits: number[] = [];
    for (let count = min; count < max; count++) {
      splits.push(this.add({ op: 'match' }));
      this.emit(body);
    }
    for (const split of splits) this.setSplit(split, greedy);
  }

  /** At `at`: into the body behind it, or to the end of what is written so far. */
  private setSplit(at: number, greedy: boolean): void {
    const end = this.instructions.length;
    this.instructions[at] = greedy
      ? { op: 'split', first: at + 1, second: end }
      : { op: 'split', first: end, second: at + 1 };
  }
}
