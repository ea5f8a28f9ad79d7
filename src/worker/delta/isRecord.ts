export type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether an object is one that JSON would make, and no list. */
export function isRecord(value: object): value is PlainRecord {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
