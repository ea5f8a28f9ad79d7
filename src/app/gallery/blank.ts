/** The start of a workflow drawn from nothing. */
export const BLANK = '{\n  "Comment": "A new workflow",\n  "StartAt": "",\n  "States": {}\n}\n';
