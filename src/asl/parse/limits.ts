/**
 * Deepest nesting of objects and arrays that is read; what lies deeper is reported and left out. Every walk
 * over a syntax tree may therefore recurse. A nested scope of a definition takes five levels.
 */
export const MAX_DEPTH = 500;

/** Most nodes that the aliases of a YAML text may add to its tree. */
export const MAX_ALIASED_NODES = 100_000;
