import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Written by scripts/ensure-browser.mjs when Playwright's own browser is not to be had. */
const BROWSER_FILE = '.cache/browser.json';
const browser: { readonly executablePath?: string } = existsSync(BROWSER_FILE)
  ? JSON.parse(readFileSync(BROWSER_FILE, 'utf8'))
  : {};
const asRoot = process.getuid?.() === 0;
/** Another one lets two checkouts run their tests side by side. */
const PORT = Number(process.env.E2E_PORT ?? 4199);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // Where everything comes late (E2E_SHAKEN=1, e2e/shaken.ts) so does what is waited for.
  expect: { timeout: process.env.E2E_SHAKEN ? 40_000 : 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'list' : 'line',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    // A trace records every step of every test; where one is wanted: E2E_TRACE=1.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...browser,
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
