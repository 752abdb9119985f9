import { expect, it } from 'vitest';
import { parseModelCatalog } from '../../../src/domain/model-catalog';
import { createCatalogEntry, joinOrigins } from './catalog-entry';

const DETECTOR = { name: 'MegaDetector', version: 'v5a.0.1', licence: 'MIT', citation: 'Beery' };
const CLASSIFIER = { name: 'SpeciesNet', version: '4.0.3a', licence: 'Apache-2.0', citation: 'Gadot' };
const FILE = { name: 'a b.onnx', size: 7, md5: 'a'.repeat(32), sha256: 'b'.repeat(64) };

it('names all parts that are known', () => {
  expect(joinOrigins([CLASSIFIER, DETECTOR], { name: '?', version: '?' })).toEqual({
    name: 'SpeciesNet with MegaDetector',
    version: '4.0.3a with v5a.0.1',
    licence: 'Apache-2.0 AND MIT',
    citation: 'Gadot / Beery',
  });
  expect(joinOrigins([], { name: 'own', version: '2' })).toMatchObject({ name: 'own', version: '2' });
});

it('is an entry that the app reads, with addresses in the folder beside the catalog', () => {
  const entry = createCatalogEntry('Our Models', DETECTOR, [FILE]);
  expect(parseModelCatalog({ entries: [entry] }).entries[0]).toMatchObject({
    id: 'our-models',
    kind: 'package',
    size: 7,
    downloads: [{ files: [{ ...FILE, url: 'Our%20Models/a%20b.onnx' }], verified: true }],
  });
});
