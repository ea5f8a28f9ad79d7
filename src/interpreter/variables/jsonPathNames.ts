import { SyntaxProblem } from '../data/compiled.types';
import type { IntrinsicArgument, IntrinsicCall } from '../data/intrinsics/intrinsicSyntax.types';
import { parseIntrinsic } from '../data/intrinsics/parseIntrinsic';
import { parsePath } from '../data/path/parsePath';
import type { FilterCondition, FilterOperand, ParsedPath, Step } from '../data/path/pathSyntax.types';

/** Names of the workflow variables that a path or an intrinsic call reads; none for a text that is neither. */
export function jsonPathNames(text: string): readonly string[] {
  if (text.startsWith('States.')) {
    const call = parseIntrinsic(text);
    return call instanceof SyntaxProblem ? [] : namesOfCall(call);
  }
  const path = text.startsWith('$') ? parsePath(text) : undefined;
  return path === undefined || path instanceof SyntaxProblem ? [] : namesOfPath(path);
}

const namesOfCall = (call: IntrinsicCall): readonly string[] => call.arguments.flatMap(namesOfArgument);

function namesOfArgument(argument: IntrinsicArgument): readonly string[] {
  switch (argument.kind) {
    case 'call':
      return namesOfCall(argument);
    case 'path':
      return jsonPathNames(argument.path.text);
    default:
      return [];
  }
}

const namesOfPath = ({ root, steps }: ParsedPath): readonly string[] => [
  ...(root.kind === 'variable' ? [root.name] : []),
  ...steps.flatMap(namesOfStep),
];

function namesOfStep(step: Step): readonly string[] {
  switch (step.kind) {
    case 'filter':
      return namesOfCondition(step.condition);
    case 'function':
      return step.parameters.flatMap(namesOfOperand);
    default:
      return [];
  }
}

function namesOfCondition(condition: FilterCondition): readonly string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap(namesOfCondition);
    case 'not':
      return namesOfCondition(condition.condition);
    case 'exists':
      return namesOfPath(condition.path);
    case 'comparison':
      return [...namesOfOperand(condition.left), ...namesOfOperand(condition.right)];
  }
}

const namesOfOperand = (operand: FilterOperand): readonly string[] =>
  operand.kind === 'path' ? namesOfPath(operand.path) : [];
