import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/find-browser.ts';
import { CHECKPOINTS_FOLDER } from './scripts/weights/checkpoints-folder.ts';
import { readGoldenFile, readPhotoFile } from './test/commands/read-files.ts';
import { sharedViteOptions } from './vite.shared.ts';

const goldenTests = 'test/golden/**/*.golden.test.ts';
const browserTests = '**/*.browser.test.{ts,tsx}';
const goldenBrowserTests = 'test/golden/**/*.golden.browser.test.ts';
const weightsTests = 'test/weights/**/*.weights.test.ts';
const weightsBrowserTests = 'test/weights/**/*.weights.browser.test.ts';

/** Real Chromium; tests there read files beside the project through the commands. */
function browserOptions() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    instances: [{ browser: 'chromium' as const }],
    commands: { readGoldenFile, readPhotoFile },
    provider: playwright({
      launchOptions: { executablePath: findBrowser().path, args: ['--enable-unsafe-webgpu'] },
    }),
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 60_000, // a busy computer must not fail what is right
          include: ['{src,scripts,test,workers}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, goldenTests, weightsTests, browserTests],
        },
      },
      { test: { name: 'golden', environment: 'node', include: [goldenTests], testTimeout: 120_000 } },
      {
        ...sharedViteOptions(),
        // The large models and photos lie beside the project; tests that want them skip when they are absent.
        // Without pre-transforms: a missing script is answered with index.html, and the app's packages would be bundled
        // in the middle of the tests, which reloads them.
        server: { ...sharedViteOptions().server, preTransformRequests: false, fs: { allow: ['.', '../shared'] } },
        test: {
          name: 'browser',
          include: [`{src,test}/${browserTests}`],
          exclude: [...configDefaults.exclude, goldenBrowserTests, weightsBrowserTests],
          testTimeout: 120_000,
          browser: browserOptions(),
        },
      },
      {
        ...sharedViteOptions(),
        test: {
          name: 'golden-browser',
          include: [goldenBrowserTests],
          testTimeout: 120_000,
          browser: browserOptions(),
        },
      },
      { test: { name: 'weights', environment: 'node', include: [weightsTests], testTimeout: 120_000 } },
      {
        ...sharedViteOptions(),
        server: {
          ...sharedViteOptions().server,
          preTransformRequests: false,
          fs: { allow: ['.', '../shared', CHECKPOINTS_FOLDER] },
        },
        test: {
          name: 'weights-browser',
          include: [weightsBrowserTests],
          testTimeout: 120_000,
          provide: { checkpointsFolder: CHECKPOINTS_FOLDER },
          browser: browserOptions(),
        },
      },
    ],
  },
});
