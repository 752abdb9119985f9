import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import type { ScoreRange } from '../../shared/images/image-filter';
import { Slider } from '../../shared/slider';
import text from '../../shared/text.module.css';
import { Histogram } from './histogram';

export interface RangeFilterProps {
  /** Names of the two thumbs. */
  readonly labels: readonly [string, string];
  readonly hint: string;
  readonly bins: readonly number[];
  readonly range: ScoreRange;
  readonly scoresAs: ScoreFormat;
  readonly onChange: (range: ScoreRange) => void;
}

/** Two ends of a range of scores, under how the images lie. */
export function RangeFilter({ labels, hint, bins, range, scoresAs, onChange }: RangeFilterProps) {
  const { least, most } = range;
  return (
    <div>
      <Histogram bins={bins} isWithin={(bin) => (bin + 1) / bins.length > least && bin / bins.length < most} />
      <Slider<readonly [number, number]>
        labels={labels}
        value={[least, most]}
        min={0}
        max={1}
        step={0.01}
        largeStep={0.1}
        onChange={([from, to]) => onChange({ least: from, most: to })}
        formatValue={(value) => formatScore(value, scoresAs)}
      />
      <p className={text.hint}>{hint}</p>
    </div>
  );
}
