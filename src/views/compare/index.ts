/** Two versions of the document, on one canvas and as texts. Loaded when first asked for. */
export const loadCompareDialog = async () => ({
  default: (await import('./CompareDialog')).CompareDialog,
});
