import { type Json, sameJson } from '../../../asl';

/** Whether two texts hold the same JSON, whatever its layout and the order of keys; texts that are none are compared as texts. */
export function sameData(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return sameJson(JSON.parse(a) as Json, JSON.parse(b) as Json);
  } catch {
    return false;
  }
}
