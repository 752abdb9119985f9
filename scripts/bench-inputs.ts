/**
 * `npm run bench:inputs`: what a photo of 12 megapixels costs the networks on the graphics processor until their inputs lie there, in real
 * Chromium: letterbox (1280 by 960) and one crop (480) made there, and the crop made on the processor and both sent; prints, judges
 * nothing. `-- --rounds 9` takes more rounds.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import type { measureInputs } from './bench-inputs/in-page';
import { findBrowser } from './find-browser';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'warn',
  server: { host: '127.0.0.1', port: 0, fs: { allow: ['..'] } },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: findBrowser().path,
  args: ['--enable-unsafe-webgpu', '--enable-features=Vulkan'],
});
try {
  const page = await browser.newPage();
  const address = server.resolvedUrls!.local[0]!;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(address);
  const found = await page.evaluate(
    async ({ path, rounds }) => {
      const page = (await import(path)) as { measureInputs: typeof measureInputs };
      return page.measureInputs(rounds);
    },
    { path: '/bench-inputs/in-page.ts', rounds: Number(values.rounds) },
  );
  if (found === null) {
    console.log('This browser offers no WebGPU.');
  } else {
    const of = (where: 'device' | 'processor') =>
      found.trials.map(({ milliseconds }) => (milliseconds === null ? '-' : milliseconds[where].toFixed(0))).join(', ');
    console.log(`adapter: ${found.adapter}`);
    console.log(`values that are another level of a byte: ${found.trials[0]!.difference.toExponential(1)} of all`);
    console.log(`made on the device, ms:    ${of('device')}`);
    console.log(`crop and sending, ms:      ${of('processor')}`);
  }
} finally {
  await browser.close();
  await server.close();
}
