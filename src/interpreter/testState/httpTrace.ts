import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { jsonText } from '../data/jsonText';

/** What an HTTP task sends and gets, as TestState tells it at TRACE. Source: api.md 5; AWS, "TestState", HTTP tasks. */
export interface HttpTrace {
  readonly request: {
    readonly protocol: string;
    readonly method: string;
    readonly url: string;
    /** `[Name: value, ...]` */
    readonly headers: string;
    readonly body: string;
  };
  readonly response?: {
    readonly protocol: string;
    readonly statusCode: string;
    readonly statusMessage: string;
    readonly headers: string;
    readonly body: string;
  };
}

const NOTHING: JsonObject = {};

/**
 * @param payload evaluated Parameters or Arguments
 * @param result  `{Headers, ResponseBody, StatusCode, StatusText}`; undefined when the task failed
 */
export function httpTrace(payload: Json, result: Json | undefined, region: string): HttpTrace {
  const sent = isJsonObject(payload) ? payload : NOTHING;
  const isEncoded = encodingOf(sent) === 'URL_ENCODED';
  const headers: JsonObject = {
    ...(isEncoded ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    ...objectOf(sent.Headers),
    'User-Agent': `Amazon|StepFunctions|HttpInvoke|${region}`,
    Range: 'bytes=0-262144',
  };
  const query = encodePairs(objectOf(sent.QueryParameters), 'REPEAT');
  const request = {
    protocol: 'https',
    method: textOf(sent.Method),
    url: `${textOf(sent.ApiEndpoint)}${query === '' ? '' : `?${query}`}`,
    headers: headerList(headers),
    body: bodyOf(sent, isEncoded),
  };
  if (!isJsonObject(result)) return { request };
  const response = {
    protocol: 'https',
    statusCode: textOf(result.StatusCode),
    statusMessage: textOf(result.StatusText),
    headers: headerList(objectOf(result.Headers)),
    body: textOf(result.ResponseBody),
  };
  return { request, response };
}

const encodingOf = ({ Transform }: JsonObject): Json | undefined => objectOf(Transform).RequestBodyEncoding;

function bodyOf(sent: JsonObject, isEncoded: boolean): string {
  const { RequestBody } = sent;
  if (RequestBody === undefined) return '';
  if (!isEncoded || !isJsonObject(RequestBody)) return textOf(RequestBody);
  const { ArrayFormat } = objectOf(objectOf(sent.Transform).RequestEncodingOptions);
  return encodePairs(RequestBody, typeof ArrayFormat === 'string' ? ArrayFormat : 'INDICES');
}

/** Form encoding: how the members of a list are told is the ArrayFormat. Source: integrations.md 7. */
function encodePairs(fields: JsonObject, format: string): string {
  const pairs = Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, Json])[] => {
    if (!Array.isArray(value)) return [[name, value]];
    if (format === 'COMMAS') return [[name, value.map(textOf).join(',')]];
    return value.map((each, index) => {
      const suffix = format === 'REPEAT' ? '' : format === 'BRACKETS' ? '[]' : `[${index}]`;
      return [`${name}${suffix}`, each] as const;
    });
  });
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`)
    .join('&');
}

const headerList = (headers: JsonObject): string =>
  `[${Object.entries(headers)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value)}`)
    .join(', ')}]`;

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : NOTHING);
const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : jsonText(value);
