import { describe, expect, it } from 'vitest';
import { SMALL_LABELS } from '../../test/small-package';
import { syntheticInferences } from '../../test/synthetic-inferences';
import type { Inference } from './inference';
import { writeSurveyFile, type SurveyFileHeader, type SurveyFileImage } from './survey-file';
import { createSurveyFileReader } from './survey-file-reader';

const HEADER: SurveyFileHeader = {
  name: 'Zürich „2024“\n',
  package: { id: 'abc', name: 'small', version: 'v1', type: 'always_crop', labels: SMALL_LABELS },
  settings: { mode: 'species', place: { country: 'KEN', admin1Region: null }, geofence: true, added: { later: [1] } },
  counts: { listed: 400, done: 300, failed: 3 },
};

function imagesOf(count: number): readonly SurveyFileImage[] {
  const facts = [...syntheticInferences({ count, seed: 5, labels: SMALL_LABELS })];
  return facts.map((fact, index): SurveyFileImage => {
    const inference: Inference = { ...fact, sha256: index.toString(16).padStart(64, '0'), location: null };
    const listed = { filepath: fact.filepath, size: 1000 + index, lastModified: 1714545000000 + index };
    return { inference: index % 10 === 9 ? null : inference, listed };
  });
}

const IMAGES = imagesOf(300);
const textOf = (images: readonly SurveyFileImage[], header = HEADER) => [...writeSurveyFile(header, images)].join('');

function readAll(text: string, chunk = text.length || 1) {
  const reader = createSurveyFileReader();
  const images: SurveyFileImage[] = [];
  for (let start = 0; start < text.length; start += chunk)
    images.push(...reader.read(text.slice(start, start + chunk)));
  return { images, count: reader.finish(), header: reader.header() };
}

describe('a survey file', () => {
  it.each([1, 2, 7, 1000, 65_536, Infinity])('comes back as it was, in pieces of %d characters', (chunk) => {
    const images = chunk < 1000 ? IMAGES.slice(0, 20) : IMAGES;
    const read = readAll(textOf(images), Math.min(chunk, 1e9));
    expect(read).toEqual({ images, count: images.length, header: HEADER });
  });

  it.each([
    ['without images', textOf([]), 0],
    ['without the newline at the end', textOf(IMAGES).trimEnd(), 300],
    ['with the newlines of Windows', textOf(IMAGES).replaceAll('\n', '\r\n'), 300],
    ['with a byte-order mark', `\ufeff${textOf(IMAGES)}`, 300],
  ])('%s', (_, text, count) => expect(readAll(text).count).toBe(count));

  it.each([
    ['nothing was run', null],
    ['labels by their hash', { ...HEADER.package!, labels: { sha256: 'ab'.repeat(32), count: 8 } }],
  ])('%s', (_, made) => {
    const header = { ...HEADER, package: made };
    expect(readAll(textOf(IMAGES, header)).header).toEqual(header);
  });

  it('gives images as soon as their lines are complete', () => {
    const reader = createSurveyFileReader();
    const [first = '', second = '', third = ''] = textOf(IMAGES).split('\n');
    expect([...reader.read(first)]).toEqual([]);
    expect(reader.header()).toBeNull();
    expect([...reader.read(`\n${second}`)]).toEqual([]);
    expect(reader.header()).toEqual(HEADER);
    expect([...reader.read('\n')]).toEqual([IMAGES[0]]);
    expect([...reader.read(`${third}\n`)]).toEqual([IMAGES[1]]);
  });
});

describe('a file that is refused', () => {
  const lines = textOf(IMAGES).trimEnd().split('\n');
  const withLine = (index: number, line: string) =>
    [...lines.slice(0, index), line, ...lines.slice(index + 1)].join('\n');
  const header = (change: object) => withLine(0, JSON.stringify({ ...(JSON.parse(lines[0]!) as object), ...change }));
  const image = (change: object) => withLine(1, JSON.stringify({ ...(JSON.parse(lines[1]!) as object), ...change }));
  const listed = IMAGES[0]!.listed;

  it.each([
    ['empty', '', 'survey file: expected a last line with the number of images, got the end of the file after 0'],
    ['something else', '{"images": []}\n', 'survey file: line 1.format: expected "understory-survey", got nothing'],
    ['of a newer version', header({ version: 2 }), 'survey file: line 1.version: expected 1, got 2'],
    [
      'cut between lines',
      lines.slice(0, 5).join('\n') + '\n',
      'survey file: expected a last line with the number of images, got the end of the file after 4',
    ],
    [
      'cut behind an image',
      lines.slice(0, 5).join('\n'),
      'survey file: expected a last line with the number of images, got the end of the file after 3',
    ],
    [
      'cut within a line',
      textOf(IMAGES).slice(0, -100),
      'survey file: expected a last line with the number of images, got the end of the file after 299',
    ],
    ['a line lost', withLine(3, '').replace('\n\n', '\n'), 'survey file: line 301: expected 300 images above, got 299'],
    ['an empty line', withLine(3, ''), 'survey file: line 4: expected JSON'],
    [
      'more behind the end',
      `${textOf(IMAGES)}{}\n`,
      'survey file: line 303: expected nothing behind the last line, got "{}"',
    ],
    [
      'an image twice',
      withLine(2, lines[1]!),
      `survey file: line 3: expected each image once, got "${listed.filepath}" again`,
    ],
    [
      'another path in both parts',
      image({ listed: { ...listed, filepath: 'other.jpg' } }),
      'survey file: line 2: inference.filepath: expected "other.jpg", got',
    ],
    ['no listing', image({ listed: null }), 'survey file: line 2: listed: expected an object, got null'],
    [
      'a fact that is none',
      image({ inference: {} }),
      'survey file: line 2: inference.detections: expected a list, got nothing',
    ],
    [
      'a file with a negative size',
      image({ listed: { ...listed, size: -1 } }),
      'survey file: line 2: listed.size: expected a whole number',
    ],
    [
      'a mode that is none',
      header({ settings: { ...HEADER.settings, mode: 'x' } }),
      'survey file: line 1.settings.mode: expected species, detections, classify-whole-images, classify-detections, ensemble, got "x"',
    ],
    [
      'labels that are none',
      header({ package: { ...HEADER.package, labels: ['lion'] } }),
      'survey file: line 1.package.labels[0]: expected 7 parts',
    ],
    [
      'classes beyond the labels',
      header({ package: { ...HEADER.package, labels: SMALL_LABELS.slice(0, 1) } }),
      'classes: expected a whole number from 0 to 0',
    ],
  ])('%s', (_, text, message) => expect(() => readAll(text)).toThrow(message));

  it('a line that never ends', () => {
    const reader = createSurveyFileReader();
    const megabyte = ' '.repeat(1_048_576);
    const feed = () => {
      for (let count = 0; count < 9; count++) expect([...reader.read(megabyte)]).toEqual([]);
    };
    expect(feed).toThrow('survey file: expected lines of at most 8388608 characters, got more');
  });
});
