/**
 * `npm run bench:inputs`: what making the networks' inputs of a photo of 12 megapixels takes until they lie on the graphics
 * processor, made there and made on the processor (letterbox to 1280 by 960, one crop of 480), in real Chromium; prints, judges
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
    console.log(`made on the processor, ms: ${of('processor')}`);
  }
} finally {
  await browser.close();
  await server.close();
}
