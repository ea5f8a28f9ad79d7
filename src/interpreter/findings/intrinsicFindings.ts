import { allStates, type Diagnostic, type StateMachine } from '../../asl';
import { SyntaxProblem } from '../data/compiled.types';
import { compileIntrinsic } from '../data/intrinsics/compileIntrinsic';
import { parseIntrinsic } from '../data/intrinsics/parseIntrinsic';
import { evaluatedTexts } from '../variables/readPlaces';

/**
 * Calls that can be read and cannot be made: a function that does not exist, or another number of arguments.
 * Source: developer guide, "Intrinsic functions".
 */
export function intrinsicFindings(machine: StateMachine): readonly Diagnostic[] {
  return allStates(machine).flatMap((state) =>
    state.queryLanguage === 'JSONata'
      ? []
      : evaluatedTexts(state).flatMap(({ text, node: { start, end } }) => {
          // A text that cannot be read at all is refused at creation, in AWS's words.
          if (!/^\s*States\./.test(text) || text.includes('${')) return [];
          if (parseIntrinsic(text) instanceof SyntaxProblem) return [];
          const problem = compileIntrinsic(text);
          if (!(problem instanceof SyntaxProblem)) return [];
          return [
            {
              code: 'INTRINSIC_ARGUMENTS',
              severity: 'error',
              message: `${problem.message}. Look the function up and correct the call.`,
              range: { start, end },
              state: state.path,
            } as const,
          ];
        }),
  );
}
