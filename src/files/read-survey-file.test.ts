import { describe, expect, it } from 'vitest';
import { SMALL_LABELS } from '../../test/small-package';
import { syntheticInferences } from '../../test/synthetic-inferences';
import { writeSurveyFile, type SurveyFileHeader } from '../domain/survey-file';
import { readSurveyFile } from './read-survey-file';

const HEADER: SurveyFileHeader = {
  name: 'Süd 🦊',
  package: { id: 'p', name: 'Small', version: '1', type: 'always_crop', labels: SMALL_LABELS },
  settings: { mode: 'species', place: { country: null, admin1Region: null }, geofence: true },
  counts: { listed: 1000, done: 1000, failed: 0 },
};
const IMAGES = [...syntheticInferences({ count: 1000, seed: 2, labels: SMALL_LABELS })].map((inference) => ({
  inference: { ...inference, filepath: `été 🦊/${inference.filepath}` },
  listed: { filepath: `été 🦊/${inference.filepath}`, size: 7, lastModified: 1 },
}));
const TEXT = [...writeSurveyFile(HEADER, IMAGES)].join('');

describe('a survey file', () => {
  it('comes back as it was written, letters of several bytes included', async () => {
    const heard: number[] = [];
    const content = await readSurveyFile(new Blob([TEXT]), (count) => heard.push(count));
    expect(content).toEqual({ header: HEADER, images: IMAGES });
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.at(-1)).toBe(1000);
  });

  it.each([
    ['cut in the middle', TEXT.slice(0, TEXT.length / 2)],
    ['cut before its last line', TEXT.slice(0, TEXT.trimEnd().lastIndexOf('\n') + 1)],
    ['empty', ''],
    ['of another kind', '{"predictions": []}'],
  ])('%s is refused', async (_, text) => {
    await expect(readSurveyFile(new Blob([text]), () => undefined)).rejects.toThrow(/^survey file: /);
  });

  it('that is no text is refused', async () => {
    const bytes = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]);
    await expect(readSurveyFile(bytes, () => undefined)).rejects.toThrow('survey file: expected text in UTF-8');
  });

  it('stops when nobody waits any more', async () => {
    const abort = new AbortController();
    const reading = readSurveyFile(new Blob([TEXT]), () => abort.abort(), abort.signal);
    await expect(reading).rejects.toThrow(DOMException);
  });
});
