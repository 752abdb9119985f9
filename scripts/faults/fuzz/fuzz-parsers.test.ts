import { expect, it } from 'vitest';
import { ParseError } from '../../../src/domain/parse-error';
import { fuzzParsers, type ParserReport } from './fuzz-parsers';
import { FUZZ_TARGETS } from './fuzz-targets';

// The short form of `npm run fuzz:parsers`.
it('every reader of data from outside takes or refuses damaged files, and does nothing else', async () => {
  const reports: ParserReport[] = [];
  await fuzzParsers({ count: 150, seed: 20261121 }, (report) => reports.push(report));
  expect(reports.map(({ name }) => name)).toEqual(FUZZ_TARGETS.map(({ name }) => name));
  for (const { name, findings, accepted, refused } of reports) {
    expect(findings, name).toEqual([]);
    expect(accepted, `${name}: damage that spares nothing tries nothing`).toBeGreaterThan(0);
    expect(accepted + refused).toBe(150);
  }
});

const DEEP = {
  lists: '['.repeat(100_000) + ']'.repeat(100_000),
  'lists that do not end': '['.repeat(100_000),
  objects: '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000),
  'lists in a list of results': `{"predictions":[{"filepath":"a.jpg","x":${'['.repeat(100_000)}`,
  'lists in a geofence': `{"mammalia;;;;":{"allow":{"USA":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`,
};
/** Pictures without facts are no errors. */
const TEXTS = FUZZ_TARGETS.filter(({ name }) => name !== 'EXIF' && name !== 'picture headers');

it.each(TEXTS.flatMap(({ name, read }) => Object.entries(DEEP).map(([what, text]) => ({ name, read, what, text }))))(
  '$name: 100,000 $what in each other are refused with words',
  async ({ read, text }) => {
    const refusal: unknown = await Promise.resolve(read(new Blob([text]))).then(
      (value) => value,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(ParseError);
  },
);
