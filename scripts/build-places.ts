/**
 * Writes the modules in src/places/data from public data: countries of Natural Earth, states of the US Census Bureau, towns of
 * GeoNames (docs/adr/0006-places-without-network.md). Run it after changing one of these packages: `npx tsx scripts/build-places.ts`.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createPlaceModules } from './places/place-modules';

for (const { file, text } of createPlaceModules()) {
  writeFileSync(`src/places/data/${file}`, text);
  console.log(`${file}: ${text.length} bytes, ${gzipSync(text).length} with gzip`);
}
