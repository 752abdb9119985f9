import { expect, it } from 'vitest';
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
