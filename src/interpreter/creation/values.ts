import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { SyntaxProblem } from '../data/compiled.types';
import { parseIntrinsic } from '../data/intrinsics/parseIntrinsic';
import { expressionText } from '../data/jsonata/expressionText';
import { compilePath } from '../data/path';
import type { Range } from './fieldTable';
import type { Report } from './report';

/** A number in its range; a JSONata expression may stand for it where `expressions` says so. */
export function checkNumber(
  value: Json | undefined,
  { min, max }: Range,
  expressions: boolean,
  location: string,
  report: Report,
): void {
  if (value === undefined || (expressions && typeof value === 'string' && isExpression(value))) return;
  if (typeof value !== 'number') report.schema('Expected value of type Integer', location);
  else if (value < min) report.schema(`Minimum value is ${min}`, location);
  else if (max !== undefined && value > max) report.schema(`Maximum value is ${max}`, location);
}

/** A text that opens as an expression; whether it closes is `expressions.ts`'s to say. */
export const isExpression = (text: string): boolean =>
  expressionText(text) !== undefined || text.startsWith('{%');

/** A JSONPath; `null` stands for none. */
export function checkPath(value: Json | undefined, location: string, report: Report): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !isPath(value)) report.schema('Value must be a valid JSONPath.', location);
}

/** A reference path: `$`, names and indexes, and nothing that could find several values. */
export function checkReferencePath(value: Json | undefined, location: string, report: Report): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !value.startsWith('$')) {
    report.schema("Value is not a Reference Path: Reference path didn't start with '$'", location);
    return;
  }
  const path = compilePath(value);
  if (path instanceof SyntaxProblem || !path.isReference)
    report.schema('Value is not a Reference Path', location);
}

/** A payload template: what stands under a key that ends in `.$` is a path or an intrinsic call. */
export function checkTemplate(value: Json | undefined, location: string, report: Report): void {
  if (Array.isArray(value)) {
    (value as readonly Json[]).forEach((item, index) => {
      checkTemplate(item, `${location}[${index}]`, report);
    });
  }
  if (!isJsonObject(value)) return;
  for (const [key, field] of Object.entries(value)) {
    const at = `${location}/${key}`;
    if (!key.endsWith('.$')) checkTemplate(field, at, report);
    else if (typeof field !== 'string' || !isDynamic(field)) {
      report.schema(
        `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`,
        at,
      );
    }
  }
}

const isPath = (text: string): boolean =>
  text.startsWith('$') && !(compilePath(text) instanceof SyntaxProblem);

/** A path, or a call such as `States.Format(...)`. */
export const isDynamic = (text: string): boolean =>
  text.startsWith('$') ? isPath(text) : !(parseIntrinsic(text) instanceof SyntaxProblem);

export const objectOf = (value: Json | undefined): JsonObject | undefined =>
  isJsonObject(value) ? value : undefined;

export const listOf = (value: Json | undefined): readonly Json[] | undefined =>
  Array.isArray(value) ? (value as readonly Json[]) : undefined;
