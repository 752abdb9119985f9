import type { Plugin } from 'vite';
import { headersFor } from '../src/offline/security-headers.ts';

/** The built app's headers, as docs/hosting.md describes them; Vite's own setting knows only one set for all files. */
export const appHeaders: Plugin = {
  name: 'understory-app-headers',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
      next();
    });
  },
};
