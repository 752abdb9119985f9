import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser';

/** A user's journeys through the built app. Each test serves the app itself: see e2e/fixtures.ts. */
export default defineConfig({
  testDir: 'e2e',
  // Journeys wait a good part of their time: two at once keep two cores busy.
  workers: 2,
  // On a busy computer Chromium's debugging protocol loses a drop now and then; `npm test` says how many came through at the second try.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  globalSetup: './e2e/global-setup.ts',
  use: {
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: findBrowser().path },
    trace: 'retain-on-failure',
  },
});
