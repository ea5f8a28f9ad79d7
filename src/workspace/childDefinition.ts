/** What the definition of child executions is called, whichever run started them: runs stop in it where it says. */
export const childDefinition = (text: string): string => `child ${text}`;
