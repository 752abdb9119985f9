import { expect, it } from 'vitest';
import type { PredictionSource } from '../../../domain/prediction';
import { UNKNOWN } from '../../../domain/special-labels';
import { boxSpecies } from './box-species';

const FOX = 'f1;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const FOXES = 'f2;mammalia;carnivora;canidae;vulpes;;vulpes species';

it.each<[string, PredictionSource, string, string]>([
  [FOX, 'classifier', 'Red fox', 'score 0.71'],
  [FOX, 'classifier+rollup_to_species', 'Red fox', 'score 0.71'],
  [FOXES, 'classifier+rollup_to_genus', 'Vulpes species', 'score 0.71, rolled up to genus'],
  [
    FOXES,
    'classifier+geofence+rollup_to_genus',
    'Vulpes species',
    'score 0.71, first choice held back by the geofence, rolled up to genus',
  ],
  [
    UNKNOWN,
    'classifier+geofence+rollup_failed',
    'Unknown',
    'score 0.71, first choice held back by the geofence, no wider group is certain',
  ],
])('%s from %s', (label, source, name, text) => {
  expect(boxSpecies({ label, score: 0.71, source }, 'decimal')).toMatchObject({ name, text });
});
