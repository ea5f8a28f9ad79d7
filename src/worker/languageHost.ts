import {
  convertFormat,
  copyStates,
  type Diagnostic,
  fragmentText,
  LayoutMemory,
  planEdit,
  planFixes,
  recognise,
} from '../asl';
import { checkDefinition, compileCondition } from '../interpreter';
import type { AnalyseResult } from './analysis.types';
import { analyseText } from './language/analyseText';
import { createAnswers } from './language/answers';
import { checkMocks } from './language/checkMocks';
import { compareTexts } from './language/compareTexts';
import { describeMachine, describeState } from './language/describeState';
import { checkText, readText } from './language/readText';
import { checkRefactoring, refactor } from './language/refactor';
import { renameInMocks } from './language/renameInMocks';
import { scaffoldMocks } from './language/scaffoldMocks';
import { colours } from './language/services/colours';
import { fieldHelp } from './language/services/fieldHelp';
import { fieldHover, fieldSymbol } from './language/services/fieldNames';
import { hover } from './language/services/hover';
import { signatureAt } from './language/services/signature';
import { suggest } from './language/services/suggest';
import { renameVariable, symbolAt } from './language/services/symbols';
import { valueHints } from './language/services/valueHints';
import { tryState } from './language/tryState';
import type { FromWorker, LanguageRequests, ToLanguageWorker } from './protocol';
import { readRecorded } from './recorded/readRecorded';
import { sketchDefinition } from './recorded/sketchDefinition';
import { serveRequests } from './requestServer';

/**
 * What the language worker does with its messages: everything that is derived from a text.
 * @returns what to do with each message
 */
export function createLanguageHost(
  post: (message: FromWorker) => void,
): (request: ToLanguageWorker) => Promise<void> {
  const memory = new LayoutMemory();
  const analyses = createAnswers<AnalyseResult>();
  const findings = createAnswers<readonly Diagnostic[]>();
  return serveRequests<LanguageRequests>(
    {
      analyse: ({ text, format, drawing, as, since }) =>
        analyses.reply(analyseText(text, format, drawing, as, memory), since),
      findings: ({ text, format, as, since }) =>
        findings.reply(checkText(text, format, as).diagnostics, since),
      planEdit: ({ text, format, intent }) => planEdit(readText(text, format), intent),
      recognise: ({ text }) => recognise(text),
      readRecorded: ({ history, text, format }) => readRecorded(history, text, format),
      sketch: ({ events }) => sketchDefinition(events),
      planFixes: ({ text, format, choice, as }) =>
        planFixes(text, format, choice, (now) => {
          const analysis = now === text ? checkText(text, format, as) : checkDefinition(now, format, as);
          return analysis.diagnostics;
        }),
      copyStates({ text, format, states }) {
        const fragment = copyStates(readText(text, format), states);
        return fragment === undefined ? null : fragmentText(fragment);
      },
      scaffoldMocks: ({ text, format, name }) => scaffoldMocks(readText(text, format).machine, name),
      renameInMocks: ({ text, rename }) => renameInMocks(text, rename),
      readCondition: ({ text, language }) => {
        const condition = compileCondition(text, language);
        return typeof condition === 'string' ? condition : null;
      },
      checkMocks: ({ text, format, mocks }) => checkMocks(readText(text, format).machine, mocks),
      describeState: ({ text, format, state, as }) => describeState(text, format, state, as) ?? null,
      describeMachine: ({ text, format, as }) => describeMachine(text, format, as) ?? null,
      compare: ({ before, after, direction }) => compareTexts(before, after, direction),
      tryState: ({ text, format, trial, now }) => tryState(text, format, trial, now),
      format: ({ text, from, to }) => convertFormat(text, from, to),
      refactor: ({ text, format, refactoring }) => refactor(text, format, refactoring),
      checkRefactoring: ({ run, after }) => checkRefactoring(run, after),
      suggest,
      fieldHelp,
      fieldHover,
      fieldSymbol,
      hover,
      symbolAt: ({ text, format, offset }) => symbolAt(text, format, offset) ?? null,
      renameVariable: ({ text, format, offset, name }) => renameVariable(text, format, offset, name),
      signatureAt: ({ text, format, offset }) => signatureAt(text, format, offset) ?? null,
      colours: ({ text, format, within }) => colours(text, format, within),
      valueHints,
    },
    post,
  );
}
