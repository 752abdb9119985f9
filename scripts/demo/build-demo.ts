import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createDemoFiles } from './demo-files';

/** Draws the demonstration photos, builds the demonstration networks and writes both to public/demo. */
const target = join(import.meta.dirname, '../../public/demo');
rmSync(target, { recursive: true, force: true });
let total = 0;
for (const [path, bytes] of await createDemoFiles()) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  total += bytes.length;
  console.log(`${String(bytes.length).padStart(7)}  ${path}`);
}
console.log(`${String(total).padStart(7)}  bytes in public/demo`);
