/** How long an execution may be open, redrives included. Source: quotas.md 3. */
export const STANDARD_LIMIT_MS = 365 * 24 * 3600 * 1000;
export const EXPRESS_LIMIT_MS = 5 * 60 * 1000;
