// Finds or installs a Chromium for the end-to-end tests: Playwright's own, else one that is installed,
// else the system's package manager. The one found is written to .cache/browser.json.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

const CACHE = join(ROOT, '.cache');
const FILE = join(CACHE, 'browser.json');
const DOWNLOAD_LIMIT_MS = 180_000;

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const INSTALLERS = [
  {
    tool: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'chromium'],
    ],
  },
  { tool: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { tool: 'apk', commands: [['apk', 'add', 'chromium']] },
  { tool: 'pacman', commands: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
];

function quiet(command, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: ROOT, stdio: 'ignore', timeout, env }).status === 0;
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function playwrightsOwn() {
  const { chromium } = createRequire(join(ROOT, 'package.json'))('@playwright/test');
  return existsSync(chromium.executablePath());
}

const installedBrowser = () => NAMES.map(onPath).find(Boolean) ?? PLACES.find((place) => existsSync(place));

function installWithSystem() {
  const installer = INSTALLERS.find(({ tool }) => onPath(tool));
  if (!installer) return;
  const prefix = process.getuid?.() === 0 ? [] : onPath('sudo') ? ['sudo', '-n'] : undefined;
  if (!prefix) return;
  for (const command of installer.commands) {
    const [first, ...rest] = [...prefix, ...command];
    if (!quiet(first, rest)) return;
  }
}

const use = (executablePath) => {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(FILE, JSON.stringify({ executablePath }));
  console.log(`Browser: ${executablePath}`);
};

/** Makes sure there is a browser; ends the process with what to do when there is none to be had. */
export function ensureBrowser() {
  rmSync(FILE, { force: true });
  if (playwrightsOwn()) return;
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  console.log('Getting a browser for the tests…');
  if (quiet(process.execPath, [cli, 'install', 'chromium'], DOWNLOAD_LIMIT_MS) && playwrightsOwn()) return;
  let found = installedBrowser();
  if (!found) {
    installWithSystem();
    found = installedBrowser();
  }
  if (!found) {
    console.error(
      'No Chromium was found and none could be installed. Install Chrome or Chromium and try again.',
    );
    process.exit(1);
  }
  use(found);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureBrowser();
