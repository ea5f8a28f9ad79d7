import type { Json } from '../../../asl';
import { compareOperands, type OperandValue } from './comparators';
import { isDefinite } from './definiteness';
import type { FilterCondition, FilterOperand } from './pathSyntax.types';
import type { CompileInnerPath, FilterPredicate, Surroundings } from './walk.types';

type OperandReader = (candidate: Json, surroundings: Surroundings) => OperandValue;

/** Compiles the condition of `[?( )]`. It throws `MatchLimit` when its regular expressions take too long. */
export function compileFilter(
  condition: FilterCondition,
  compileInnerPath: CompileInnerPath,
): FilterPredicate {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.conditions.map((each) => compileFilter(each, compileInnerPath));
      return (candidate, surroundings) => parts.every((part) => part(candidate, surroundings));
    }
    case 'or': {
      const parts = condition.conditions.map((each) => compileFilter(each, compileInnerPath));
      return (candidate, surroundings) => parts.some((part) => part(candidate, surroundings));
    }
    case 'not': {
      const part = compileFilter(condition.condition, compileInnerPath);
      return (candidate, surroundings) => !part(candidate, surroundings);
    }
    case 'exists': {
      const read = compileInnerPath(condition.path);
      const definite = isDefinite(condition.path.steps);
      return (candidate, surroundings) => {
        const value = read(candidate, surroundings);
        return definite ? value !== undefined : Array.isArray(value) && value.length > 0;
      };
    }
    case 'comparison': {
      const { comparator } = condition;
      const left = compileOperand(condition.left, comparator === 'exists', compileInnerPath);
      const right = compileOperand(condition.right, false, compileInnerPath);
      return (candidate, surroundings) => {
        const a = left(candidate, surroundings);
        const b = right(candidate, surroundings);
        return compareOperands(comparator, a, b, surroundings.budget);
      };
    }
  }
}

function compileOperand(
  operand: FilterOperand,
  asPresence: boolean,
  compileInnerPath: CompileInnerPath,
): OperandReader {
  if (operand.kind === 'pattern') return () => operand.pattern;
  if (operand.kind === 'literal') return () => operand.value;
  const read = compileInnerPath(operand.path);
  return asPresence ? (candidate, surroundings) => read(candidate, surroundings) !== undefined : read;
}
