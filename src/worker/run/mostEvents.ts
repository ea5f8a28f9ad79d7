/** A run pauses each time it has made this many more events, so that an endless one cannot exhaust the memory. */
export const MOST_EVENTS = 5_000_000;
