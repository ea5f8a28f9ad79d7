/** What a handler may use up. */
export const LIMITS = {
  /** Milliseconds of real time, from its first step to its result. */
  time: 1000,
  /** Milliseconds after that until the worker around the sandbox is ended: native loops hear no interruption. */
  grace: 500,
  /** Milliseconds a new sandbox has to get ready, and a call to begin. */
  start: 30_000,
  /** Bytes of heap that the engine grants. */
  heap: 32 * 1024 * 1024,
  /** Pages of 64 KiB of the whole machine: what the engine does not count is bounded by it. */
  pages: 1024,
  /** Bytes of stack. */
  stack: 256 * 1024,
  /** Characters of JSON text; AWS itself refuses results of more than 256 KiB. */
  result: 1024 * 1024,
  logLines: 100,
  logLine: 1000,
} as const;
