import { detectFormat } from '../parse/detectFormat';
import { parseText } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import { awsAnswerIn } from './awsAnswers';
import { definitionsIn, isDefinition, mayDefine, withNames } from './embedded';
import { historyParts, isListOfEvents } from './historyParts';
import type { FoundDefinition, Recognised } from './recognise.types';
import { fromCommandLine, fromMarkdown, fromSnapshot, fromTerraform, isMockConfig } from './sources';

const AS_IT_IS: Recognised = { kind: 'text' };

/**
 * What a text is that was pasted or dropped: a definition, or something that holds one or more of them. Never throws;
 * what nobody knows is opened as the text it is.
 */
export function recognise(text: string): Recognised {
  if (/^```/m.test(text)) {
    const found = fromMarkdown(text);
    if (found.length > 0) return definitions('a Markdown text', found);
  }
  if (/\baws_sfn_state_machine\b|\bdefinition\s*=\s*(?:jsonencode|<<)/.test(text)) {
    const found = fromTerraform(text);
    if (found.length > 0) return definitions('Terraform', found);
  }
  if (/^\s*(?:\$\s*)?aws\b[\s\S]*--definition/.test(text)) {
    const found = fromCommandLine(text);
    if (found.length > 0) return definitions('a command line', found);
  }
  if (historyParts(text) !== undefined) return { kind: 'history' };
  const found = awsAnswerIn(text);
  // The data of an execution may be a definition: it is data all the same.
  if (found?.whole) return found.answer;
  const recognised = mayDefine(text) || text.includes('TestCases') ? recogniseValue(text) : AS_IT_IS;
  if (recognised.kind !== 'text') return recognised;
  if (isListOfEvents(text)) return { kind: 'history' };
  return mayDefine(text) ? recognised : (found?.answer ?? recognised);
}

function recogniseValue(text: string): Recognised {
  const format = detectFormat(text);
  const parsed = parseText(text, format);
  const value = parsed.root && toJson(parsed.root);
  if (isDefinition(value)) return AS_IT_IS;
  if (value !== undefined) {
    if (isMockConfig(value)) return { kind: 'mocks' };
    const found = definitionsIn(value, format);
    if (found.length > 0) return definitions(sourceOf(text, typeof value === 'string'), found);
  }
  const found = text.includes('Fn::Join') ? fromSnapshot(text) : [];
  return found.length > 0 ? definitions('a snapshot of a CDK stack', found) : AS_IT_IS;
}

function sourceOf(text: string, escaped: boolean): string {
  if (escaped) return 'an escaped string';
  if (text.includes('AWS::Serverless::StateMachine')) return 'a SAM template';
  if (/AWS::StepFunctions::StateMachine|Fn::(?:Join|Sub)/.test(text)) return 'a CloudFormation template';
  if (/\bstateMachines\s*:/.test(text)) return 'a Serverless Framework service';
  if (text.includes('"stateMachineArn"')) return 'a DescribeStateMachine answer';
  return 'what was around it';
}

const definitions = (source: string, found: readonly FoundDefinition[]): Recognised => ({
  kind: 'definitions',
  source,
  found: withNames(found),
});
