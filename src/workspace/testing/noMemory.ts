import type { BrowserMemory } from '../browserMemory';

/** Of a browser that remembers nothing. */
export const NO_MEMORY: BrowserMemory = { remember() {}, recall: () => undefined };
