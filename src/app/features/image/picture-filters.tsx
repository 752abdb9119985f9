import { isAsItIs, toneTable, type PictureAdjustments } from '../../shared/images/picture-adjustments';
import styles from './pixels.module.css';

const TONES = 'understory-tones';
const GAIN = 'understory-gain';

export interface PictureFiltersProps {
  readonly adjustments: PictureAdjustments;
  readonly gain: number;
}

/** The filters that `filterOf` names. Each colour goes through the same table, so hues of a colour photo stay close. */
export function PictureFilters({ adjustments, gain }: PictureFiltersProps) {
  const tableValues = toneTable(adjustments)
    .map((value) => value.toFixed(4))
    .join(' ');
  return (
    <svg className={styles.filters} aria-hidden focusable={false}>
      <filter id={TONES} colorInterpolationFilters="sRGB" x="0" y="0" width="1" height="1">
        <feComponentTransfer>
          <feFuncR type="table" tableValues={tableValues} />
          <feFuncG type="table" tableValues={tableValues} />
          <feFuncB type="table" tableValues={tableValues} />
        </feComponentTransfer>
      </filter>
      <filter id={GAIN} colorInterpolationFilters="sRGB" x="0" y="0" width="1" height="1">
        <feComponentTransfer>
          <feFuncR type="linear" slope={gain} />
          <feFuncG type="linear" slope={gain} />
          <feFuncB type="linear" slope={gain} />
        </feComponentTransfer>
      </filter>
    </svg>
  );
}

/** What CSS does to the pixels: nothing at all for a photo as it is. */
export function filterOf(adjustments: PictureAdjustments, isDifference: boolean): string {
  const filters = [isDifference ? `url(#${GAIN})` : '', isAsItIs(adjustments) ? '' : `url(#${TONES})`];
  return filters.filter((filter) => filter !== '').join(' ') || 'none';
}
