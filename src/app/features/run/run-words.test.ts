import { expect, it } from 'vitest';
import type { OpenSurvey } from '../../state/app-state';
import { runWords } from './run-words';

const file = (fileName: string) => ({ fileName, count: 2, matched: 2 });

const FAST = { speedPreset: 'fast', speciesPer: 'image' };

/** Of a package with a fast detector. */
function fastWords(settings: object, run: object = { step: 'idle' }) {
  const modelPackage = { name: 'SpeciesNet 4.0.2a', type: 'always_crop', fastDetector: { name: 'md (640 px)' } };
  const survey = { settings: { mode: 'species', ...FAST, ...settings } };
  const attached = { instances: null, detections: null, classifications: null };
  return runWords({ survey, modelPackage, attached, run } as unknown as OpenSurvey);
}

function words(settings: object, type: string | null = 'always_crop', files: object = {}) {
  return runWords({
    survey: { settings: { mode: 'species', speciesPer: 'animal', ...settings } },
    modelPackage: type === null ? null : { name: 'SpeciesNet 4.0.2a', type },
    run: { step: 'idle' },
    attached: { instances: null, detections: null, classifications: null, ...files },
  } as unknown as OpenSurvey);
}

it.each([
  [words({}), 'Species, for every animal · SpeciesNet 4.0.2a'],
  [words({ speciesPer: 'image' }), 'Species, one for each photo · SpeciesNet 4.0.2a'],
  [words({}, 'full_image'), 'Species · SpeciesNet 4.0.2a'],
  [words({}, null), 'Species'],
  [words(FAST), 'Species, one for each photo · SpeciesNet 4.0.2a'], // its fast detector is gone
  [fastWords({}), 'Species, one for each photo · SpeciesNet 4.0.2a · Fast: md (640 px)'],
  [fastWords({ speedPreset: 'reference' }), 'Species, one for each photo · SpeciesNet 4.0.2a'],
  [fastWords({ mode: 'classify-whole-images' }), 'Species of whole photos, no boxes · SpeciesNet 4.0.2a'],
  [
    fastWords({}, { step: 'running', progress: { isSecondLook: true } }),
    'Species, one for each photo · SpeciesNet 4.0.2a · Second look by the reference detector',
  ],
  [words({ mode: 'detections' }), 'Detections only, no names · SpeciesNet 4.0.2a'],
  [
    words({ mode: 'classify-detections' }, 'always_crop', { detections: file('md.json') }),
    'Species of the boxes of md.json, for every animal · SpeciesNet 4.0.2a',
  ],
  [
    words({ mode: 'ensemble' }, 'always_crop', { detections: file('a.json'), classifications: file('b.json') }),
    'Combining boxes of a.json with names of b.json · SpeciesNet 4.0.2a',
  ],
])('%s', (found, expected) => expect(found).toBe(expected));
