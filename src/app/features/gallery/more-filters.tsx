import { messages } from '../../messages';
import { Checkbox } from '../../shared/checkbox';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import type { ChoiceCounts } from '../../shared/gallery/choice-counts';
import type { ImageFilter } from '../../shared/images/image-filter';
import { SHOWN_CONF } from '../../shared/images/shown-boxes';
import { Slider } from '../../shared/slider';
import text from '../../shared/text.module.css';
import styles from './more-filters.module.css';

export interface MoreFiltersProps {
  readonly filter: ImageFilter;
  readonly counts: ChoiceCounts;
  readonly scoresAs: ScoreFormat;
  readonly onChange: (part: Partial<ImageFilter>) => void;
}

/** Questions with yes as their only answer. */
export function MoreFilters({ filter, counts, scoresAs, onChange }: MoreFiltersProps) {
  const { galleryFilters } = messages;
  const { noneAbove } = filter;
  return (
    <div className={styles.more}>
      <Checkbox
        label={galleryFilters.several}
        isChecked={filter.hasSeveral}
        onChange={(hasSeveral) => onChange({ hasSeveral })}
        aside={formatNumber(counts.several)}
      />
      <Checkbox
        label={galleryFilters.odd}
        isChecked={filter.isOdd}
        onChange={(isOdd) => onChange({ isOdd })}
        aside={formatNumber(counts.odd)}
      />
      <p className={text.hint}>{galleryFilters.oddHint}</p>
      <Checkbox
        label={galleryFilters.noneAbove(formatScore(noneAbove ?? SHOWN_CONF, scoresAs))}
        isChecked={noneAbove !== null}
        onChange={(isOn) => onChange({ noneAbove: isOn ? SHOWN_CONF : null })}
        aside={formatNumber(counts.noneAbove)}
      />
      {noneAbove !== null && (
        <Slider<number>
          labels={[galleryFilters.noneAboveLimit]}
          value={noneAbove}
          min={0}
          max={1}
          step={0.01}
          largeStep={0.1}
          onChange={(limit) => onChange({ noneAbove: limit })}
          formatValue={(value) => formatScore(value, scoresAs)}
        />
      )}
    </div>
  );
}
