/** The workflow as a tree of names. Loaded when first shown. */
export const loadOutline = async () => ({ default: (await import('./Outline')).Outline });
