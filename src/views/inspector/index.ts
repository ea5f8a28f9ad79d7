/** Forms about the selected state or the machine. Loaded when first shown. */
export const loadInspector = async () => ({ default: (await import('./Inspector')).Inspector });
