/** The names of the failures that are the sandbox's own; a Catch may name them. */
export const HANDLER_ERRORS = {
  timeout: 'Handler.Timeout',
  memory: 'Handler.OutOfMemory',
  stack: 'Handler.StackOverflow',
  unsettled: 'Handler.NeverSettled',
  size: 'Handler.ResultTooLarge',
  source: 'Handler.SyntaxError',
  crashed: 'Handler.Crashed',
} as const;
