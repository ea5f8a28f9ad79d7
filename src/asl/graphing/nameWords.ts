/** Before a capital, after a separator. */
const WORDS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[_\-.:/])/;

/** Where a name without spaces may break: the words it is written together from, `SetDatabase` as `Set`, `Database`. */
export const nameWords = (name: string): readonly string[] => name.split(WORDS);
