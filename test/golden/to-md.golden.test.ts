import { describe, expect, it } from 'vitest';
import { megadetectorFile } from '../../src/domain/formats/megadetector-json';
import { mapToMegadetector } from '../../src/domain/formats/megadetector-mapping';
import type { JsonValue, PythonJsonStyle } from '../../src/domain/python-json';
import { describeGolden } from './golden-folder';

interface ToMdCase {
  readonly id: string;
  readonly tag: string;
  readonly in: {
    readonly predictions_json: { readonly predictions: readonly unknown[] };
    readonly base_folder: string | null;
  };
  readonly out: { readonly error?: string; readonly md: unknown; readonly text?: string };
}

/** The converter writes numbers as they came, and what comes from JSON.parse no longer says 1 or 1.0. */
const STYLE: PythonJsonStyle = { floatKeys: new Set(), roundsTo4: false, isAscii: true };
const INFO: JsonValue = { format_version: 1.4, detector: 'converted_from_predictions_json' };

describeGolden<{ cases: readonly ToMdCase[] }>('speciesnet/to_md.json', ({ cases }) => {
  const errors = cases.filter(({ out }) => out.error !== undefined);
  const results = cases.filter(({ out }) => out.error === undefined);

  describe('as the reference', () => {
    it.each(results)('$id $tag', ({ in: input, out }) => {
      const text = textOf(input, 'fail');
      expect(JSON.parse(text)).toStrictEqual(out.md);
      if (out.text !== undefined) expect(text).toBe(out.text);
    });

    it.each(errors)('$id fails: $tag', ({ in: input }) => expect(() => textOf(input, 'fail')).toThrow());
  });

  it('maps the same in an export when nothing is wrong', () => {
    for (const { in: input, out } of results) {
      const hasBlankName = JSON.stringify(input).includes(';"');
      if (!hasBlankName) expect(JSON.parse(textOf(input, 'repair'))).toStrictEqual(out.md);
    }
  });
});

function textOf(input: ToMdCase['in'], onFault: 'fail' | 'repair'): string {
  const content = mapToMegadetector(input.predictions_json.predictions, { baseFolder: input.base_folder, onFault });
  return [...megadetectorFile(INFO, content, STYLE)].join('');
}
