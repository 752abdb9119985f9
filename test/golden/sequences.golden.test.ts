import { describe, expect, it } from 'vitest';
import { finishPieces } from '../../src/domain/finish-pieces';
import { cameraFolderOf } from '../../src/domain/megadetector/camera-folder';
import { createSequences, SEQUENCE_DEFAULTS, type CctImage } from '../../src/domain/megadetector/create-sequences';
import { EXIF_TO_CCT_DEFAULTS, exifResultsToCct, type ExifResult } from '../../src/domain/megadetector/exif-to-cct';
import { ParseError } from '../../src/domain/parse-error';
import { describeGolden } from './golden-folder';

type Outcome<Expected> =
  | { readonly outcome: 'ok'; readonly expected: Expected }
  | { readonly outcome: 'error'; readonly expected?: undefined };

type SequencesCase = { readonly id: string; readonly note: string } & (
  | (Outcome<readonly Record<string, unknown>[]> & {
      readonly group: 'sequence';
      readonly images: readonly CctImage[];
      readonly options: {
        readonly episode_interval_seconds?: number;
        readonly datetime_conversion_failure_behavior?: 'error' | 'none' | 'str';
        /** The times depend on the day on which the reference ran, so the vectors leave them out. */
        readonly _volatile_datetime?: boolean;
      };
    })
  | (Outcome<object> & {
      readonly group: 'exif_to_cct';
      readonly exif_results: readonly ExifResult[];
      readonly options: { readonly exif_datetime_tag?: string; readonly min_valid_timestamp_year?: number };
    })
  | (Outcome<string> & { readonly group: 'camera_folder'; readonly path: string })
);

describeGolden<{ readonly cases: readonly SequencesCase[] }>('megadetector/sequences.json', ({ cases }) => {
  describe('as the reference', () => {
    it.each(cases.filter(({ outcome }) => outcome === 'ok'))('$id $note', (one) => {
      expect(answerTo(one)).toStrictEqual(one.expected);
    });
  });

  const errors = cases.filter(({ outcome }) => outcome === 'error');
  if (errors.length > 0) it.each(errors)('$id fails: $note', (one) => expect(() => answerTo(one)).toThrow(ParseError));
});

function answerTo(one: SequencesCase): unknown {
  switch (one.group) {
    case 'camera_folder':
      return cameraFolderOf(one.path);
    case 'exif_to_cct': {
      const { exif_datetime_tag: tag, min_valid_timestamp_year: year } = one.options;
      return exifResultsToCct(one.exif_results, {
        datetimeTag: tag ?? EXIF_TO_CCT_DEFAULTS.datetimeTag,
        minYear: year ?? EXIF_TO_CCT_DEFAULTS.minYear,
        now: new Date().toISOString().slice(0, 19),
      });
    }
    case 'sequence': {
      const { episode_interval_seconds: gap, datetime_conversion_failure_behavior: failure } = one.options;
      const sequenced = finishPieces(
        createSequences(one.images, {
          gapSeconds: gap ?? SEQUENCE_DEFAULTS.gapSeconds,
          onUnreadableTime: (failure ?? 'none') === 'none' ? 'set-apart' : 'fail',
          today: '2024-01-01',
        }),
      );
      if (one.options._volatile_datetime !== true) return sequenced;
      return sequenced.map((image) => Object.fromEntries(Object.entries(image).filter(([key]) => key !== 'datetime')));
    }
  }
}
