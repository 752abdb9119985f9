import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageJson from './package.json' with { type: 'json' };
import { metaContentSecurityPolicy } from './src/offline/security-headers.ts';
import { appHeaders } from './scripts/app-headers.ts';
import { refuseCircularFiles } from './scripts/circular-files.ts';
import { createPackageCollector } from './scripts/licences/collect-packages.ts';
import { licencesFile } from './scripts/licences/licences-file.ts';
import { sharedViteOptions } from './vite.shared.ts';

/** The page's policy also as a meta tag: a static host sends no headers on the very first visit. Not in dev, whose client is inline. */
const policyTag: Plugin = {
  name: 'understory-policy-tag',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

/** By at least so many screens and dialogs that are loaded when they are opened. */
const sharedOften = { minShareCount: 3, maxModuleSize: 40_000 };
const isSource = (id: string, folder = '') => id.startsWith(`${import.meta.dirname}/src/${folder}`);

const shared = sharedViteOptions();
const shipped = createPackageCollector(import.meta.dirname);

export default defineConfig({
  ...shared,
  worker: { ...shared.worker, plugins: () => [shipped.plugin()] },
  // Relative, so that one build runs under any sub-path of any static host.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    react(),
    policyTag,
    appHeaders,
    refuseCircularFiles,
    shipped.plugin(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'service-worker.ts',
      injectRegister: false, // src/app/state/offline.ts registers it and asks before an update
      manifest: {
        id: './',
        name: 'Understory',
        short_name: 'Understory',
        description: 'Camera-trap photos to species names, in the browser. Nothing is installed, nothing is uploaded.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#E9ECE9',
        theme_color: '#0C5C4C',
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icons/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      injectManifest: {
        // Everything: after one visit the app, its runtime and the demonstration work with the network off.
        globPatterns: ['**/*.{js,mjs,css,html,wasm,webmanifest,woff2,svg,png,jpg,JPG,json,txt,onnx}'],
        // Of the models only the lists of them: the files are large, and the person's choice.
        globIgnores: ['models/!(*.json)', 'models/*/**/*'],
        maximumFileSizeToCacheInBytes: 40 * 1024 * 1024,
        buildPlugins: { vite: [shipped.plugin(), licencesFile(import.meta.dirname, shipped)] },
      },
    }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One file for each set of screens that share something made the gallery fetch 115 files, and the browser's asking for them
          // alone took 70 ms; now there are 13. By layers, so that no two files need one another. Large modules stay by themselves.
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            { ...sharedOften, name: 'shared-libraries', test: 'node_modules', priority: 3 },
            { ...sharedOften, name: 'shared-rules', test: (id) => isSource(id) && !isSource(id, 'app/'), priority: 2 },
            {
              ...sharedOften,
              name: 'shared-parts',
              test: (id) => isSource(id, 'app/') && !isSource(id, 'app/features/'),
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
