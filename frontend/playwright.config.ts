import { defineConfig } from '@playwright/test';

/** The server with its seeds must be running; `make e2e` starts one and names the browser. */
const baseURL = process.env['BASE_URL'] ?? 'http://localhost:8080';
const executablePath = process.env['CHROMIUM'];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  reporter: 'list',
  // Generous: what fails fails as surely, and a machine of CI may be several times slower than a desk's.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
  // One after the other: the journeys come last, because they move the server's clock.
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } }, testIgnore: /journeys\// },
    { name: 'phone', use: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true }, testMatch: /public\/.*\.spec/, grepInvert: /@desk/ },
    { name: 'journeys', use: { viewport: { width: 1280, height: 900 } }, testMatch: /journeys\/.*\.spec/ },
  ],
});
