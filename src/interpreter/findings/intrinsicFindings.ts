import { allStates, type Diagnostic, propertyOf, type State, type StateMachine } from '../../asl';
import { SyntaxProblem } from '../data/compiled.types';
import { compileIntrinsic } from '../data/intrinsics/compileIntrinsic';
import { parseIntrinsic } from '../data/intrinsics/parseIntrinsic';
import { evaluatedTexts } from '../variables/readPlaces';
import { argumentProblem, givesString } from './intrinsicTypes';

/**
 * Calls that can be read and cannot be made: a function that does not exist, another number of arguments, or one that is
 * written out and has the wrong type.
 * Source: developer guide, "Intrinsic functions"; of ErrorPath and CausePath "Fail workflow state".
 */
export function intrinsicFindings(machine: StateMachine): readonly Diagnostic[] {
  return allStates(machine).flatMap((state) =>
    state.queryLanguage === 'JSONata'
      ? []
      : evaluatedTexts(state).flatMap(({ text, node: { start, end } }) => {
          const message = problemOf(text, fieldAt(state, start));
          if (message === undefined) return [];
          return [
            {
              code: 'INTRINSIC_ARGUMENTS',
              severity: 'error',
              message,
              range: { start, end },
              state: state.path,
            } as const,
          ];
        }),
  );
}

/** Fields of a Fail state that are read as strings. */
const STRINGS = ['ErrorPath', 'CausePath'] as const;

const fieldAt = ({ node, definition }: State, start: number) =>
  definition.Type === 'Fail' && node
    ? STRINGS.find((field) => propertyOf(node, field)?.value?.start === start)
    : undefined;

function problemOf(text: string, field: string | undefined): string | undefined {
  // A text that cannot be read at all is refused at creation, in AWS's words.
  if (!/^\s*States\./.test(text) || text.includes('${')) return undefined;
  const call = parseIntrinsic(text);
  if (call instanceof SyntaxProblem) return undefined;
  const problem = compileIntrinsic(text);
  if (problem instanceof SyntaxProblem)
    return `${problem.message}. Look the function up and correct the call.`;
  if (field !== undefined && !givesString(call)) {
    return `${field} wants a string, and ${call.name} gives none. Put the call into States.Format or States.JsonToString.`;
  }
  return argumentProblem(call);
}
