import {
  arrayContains,
  arrayFunction,
  arrayGetItem,
  arrayLength,
  arrayPartition,
  arrayRange,
  arrayUnique,
} from './arrays';
import { base64Decode, base64Encode } from './base64';
import { format } from './format';
import { hash } from './hash';
import type { IntrinsicFunction } from './intrinsicFunction.types';
import { jsonMerge, jsonToString, stringToJson } from './json';
import { mathAdd, mathRandom } from './math';
import { stringSplit } from './strings';
import { uuid } from './uuid';

/** All intrinsic functions, by the name they are called by; names are case-sensitive. */
export const INTRINSIC_FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map([
  ['States.Format', format],
  ['States.StringToJson', stringToJson],
  ['States.JsonToString', jsonToString],
  ['States.Array', arrayFunction],
  ['States.ArrayPartition', arrayPartition],
  ['States.ArrayContains', arrayContains],
  ['States.ArrayRange', arrayRange],
  ['States.ArrayGetItem', arrayGetItem],
  ['States.ArrayLength', arrayLength],
  ['States.ArrayUnique', arrayUnique],
  ['States.Base64Encode', base64Encode],
  ['States.Base64Decode', base64Decode],
  ['States.Hash', hash],
  ['States.JsonMerge', jsonMerge],
  ['States.MathRandom', mathRandom],
  ['States.MathAdd', mathAdd],
  ['States.StringSplit', stringSplit],
  ['States.UUID', uuid],
]);
