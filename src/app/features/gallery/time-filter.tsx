import { useEffect, useId, useRef, useState } from 'react';
import { messages } from '../../messages';
import { Checkbox } from '../../shared/checkbox';
import { classNames } from '../../shared/class-names';
import control from '../../shared/control.module.css';
import type { ChoiceCounts } from '../../shared/gallery/choice-counts';
import { isHourWithin } from '../../shared/gallery/filter-tests';
import type { DayRange, HourRange, ImageFilter } from '../../shared/images/image-filter';
import { Slider } from '../../shared/slider';
import { dayBins, isBinWithin } from './day-bins';
import { Histogram } from './histogram';
import { hoursOf, pairOf } from './hour-pair';
import styles from './time-filter.module.css';

export interface TimeFilterProps {
  readonly days: DayRange | null;
  readonly hours: HourRange | null;
  readonly counts: Pick<ChoiceCounts, 'days' | 'hours'>;
  readonly onChange: (part: Partial<ImageFilter>) => void;
}

const DAY_BINS = 40;

/** From one day to another, and from one hour of the day to another. */
export function TimeFilter({ days, hours, counts, onChange }: TimeFilterProps) {
  const { galleryFilters } = messages;
  const bins = dayBins(counts.days, DAY_BINS);
  const [first, last] = [bins[0]?.from, bins.at(-1)?.to];
  const setDays = (part: Partial<DayRange>) => {
    const { from, to } = { from: null, to: null, ...days, ...part };
    onChange({ days: from === null && to === null ? null : { from, to } });
  };
  return (
    <div className={styles.time}>
      <Histogram bins={bins.map(({ count }) => count)} isWithin={(bin) => isBinWithin(bins[bin]!, days)} />
      <div className={styles.days}>
        <DayInput
          label={galleryFilters.from}
          value={days?.from ?? null}
          min={first}
          max={days?.to ?? last}
          onChange={(from) => setDays({ from })}
        />
        <DayInput
          label={galleryFilters.to}
          value={days?.to ?? null}
          min={days?.from ?? first}
          max={last}
          onChange={(to) => setDays({ to })}
        />
      </div>
      <HourFilter hours={hours} counts={counts.hours} onChange={onChange} />
    </div>
  );
}

function HourFilter({
  hours,
  counts,
  onChange,
}: Pick<TimeFilterProps, 'hours' | 'onChange'> & { readonly counts: readonly number[] }) {
  const { galleryFilters } = messages;
  const known = pairOf(hours);
  const [isChosenOutside, setChosenOutside] = useState(false);
  const isOutside = hours === null ? isChosenOutside : known.isOutside;
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        <span>{galleryFilters.hours}</span>
        <span className={styles.aside}>
          {hours === null
            ? galleryFilters.any
            : galleryFilters.range(galleryFilters.hour(hours.from), galleryFilters.hour(hours.to))}
        </span>
      </p>
      <Histogram bins={counts} isWithin={(bin) => hours === null || isHourWithin(bin, hours)} />
      <Slider<readonly [number, number]>
        labels={[galleryFilters.fromHour, galleryFilters.toHour]}
        value={known.pair}
        min={0}
        max={24}
        step={1}
        largeStep={6}
        onChange={(pair) => onChange({ hours: hoursOf({ pair, isOutside }) })}
        formatValue={galleryFilters.hour}
      />
      <Checkbox
        label={galleryFilters.overMidnight}
        isChecked={isOutside}
        onChange={(next) => {
          setChosenOutside(next);
          onChange({ hours: hoursOf({ pair: known.pair, isOutside: next }) });
        }}
      />
    </div>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string | null;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onChange: (day: string | null) => void;
}

/** While a year is typed, its first digits make years that no camera has seen. */
const EARLIEST = '1900-01-01';

/** Keeps what is half typed: browsers call that empty, and setting it would wipe it away. */
function DayInput({ label, value, min, max, onChange }: DayInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (element !== null && element !== document.activeElement) element.value = value ?? '';
  }, [value]);
  return (
    <label className={styles.day}>
      <span>{label}</span>
      <input
        ref={input}
        type="date"
        className={classNames(control.control, control.small)}
        defaultValue={value ?? ''}
        min={min}
        max={max}
        onChange={({ target }) => {
          if (target.value === '' || target.value >= EARLIEST) onChange(target.value === '' ? null : target.value);
        }}
      />
    </label>
  );
}
