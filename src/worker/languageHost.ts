import {
  buildModel,
  convertFormat,
  copyStates,
  fragmentText,
  LayoutMemory,
  parseText,
  planEdit,
  planFixes,
  recognise,
} from '../asl';
import { checkDefinition } from '../interpreter';
import { analyseText } from './language/analyseText';
import { checkMocks } from './language/checkMocks';
import { compareTexts } from './language/compareTexts';
import { describeMachine, describeState } from './language/describeState';
import { checkRefactoring, refactor } from './language/refactor';
import { scaffoldMocks } from './language/scaffoldMocks';
import { colours } from './language/services/colours';
import { hover } from './language/services/hover';
import { signatureAt } from './language/services/signature';
import { suggest } from './language/services/suggest';
import { renameVariable, symbolAt } from './language/services/symbols';
import { tryState } from './language/tryState';
import type { FromWorker, LanguageRequests, ToLanguageWorker } from './protocol';
import { serveRequests } from './requestServer';

/**
 * What the language worker does with its messages: everything that is derived from a text.
 * @returns what to do with each message
 */
export function createLanguageHost(
  post: (message: FromWorker) => void,
): (request: ToLanguageWorker) => Promise<void> {
  const memory = new LayoutMemory();
  return serveRequests<LanguageRequests>(
    {
      analyse: ({ text, format, drawing, as }) => analyseText(text, format, drawing, as, memory),
      planEdit: ({ text, format, intent }) => {
        const parsed = parseText(text, format);
        return planEdit({ parsed, machine: buildModel(parsed) }, intent);
      },
      recognise: ({ text }) => recognise(text),
      planFixes: ({ text, format, choice, as }) =>
        planFixes(text, format, choice, (now) => checkDefinition(now, format, as).diagnostics),
      copyStates({ text, format, states }) {
        const parsed = parseText(text, format);
        const fragment = copyStates({ parsed, machine: buildModel(parsed) }, states);
        return fragment === undefined ? null : fragmentText(fragment);
      },
      scaffoldMocks: ({ text, format, name }) => scaffoldMocks(buildModel(parseText(text, format)), name),
      checkMocks: ({ text, format, mocks }) => checkMocks(buildModel(parseText(text, format)), mocks),
      describeState: ({ text, format, state, as }) => describeState(text, format, state, as) ?? null,
      describeMachine: ({ text, format, as }) => describeMachine(text, format, as) ?? null,
      compare: ({ before, after, direction }) => compareTexts(before, after, direction),
      tryState: ({ text, format, trial, now }) => tryState(text, format, trial, now),
      format: ({ text, from, to }) => convertFormat(text, from, to),
      refactor: ({ text, format, refactoring }) => refactor(text, format, refactoring),
      checkRefactoring: ({ run, after }) => checkRefactoring(run, after),
      suggest,
      hover,
      symbolAt: ({ text, format, offset }) => symbolAt(text, format, offset) ?? null,
      renameVariable: ({ text, format, offset, name }) => renameVariable(text, format, offset, name),
      signatureAt: ({ text, format, offset }) => signatureAt(text, format, offset) ?? null,
      colours: ({ text, format, within }) => colours(text, format, within),
    },
    post,
  );
}
