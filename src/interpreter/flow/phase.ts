/**
 * The step a frame takes next. Every state type starts with ENTER; a retry goes back to ATTEMPT. Later numbers
 * are the type's own, in the order of its table of steps.
 */
export const ENTER = 0;
export const ATTEMPT = 1;
/** Step of a Distributed Map: one of its child executions has ended, or none has begun. */
export const START_CHILDREN = 2;
/** Steps shared by all types. */
export const FAILED = 16;
export const CATCH = 17;
/** Only a timer or an answer moves the frame. */
export const WAITING = 18;
/** The frame's scope has ended well. */
export const DONE = 19;
