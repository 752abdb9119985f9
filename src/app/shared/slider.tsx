import { Slider as Base } from '@base-ui/react/slider';
import styles from './slider.module.css';

export interface SliderProps<Value extends number | readonly [number, number]> {
  /** Names of the thumbs: one, or two for a range ("Lowest score", "Highest score"). */
  readonly labels: readonly string[];
  /** A number, or a pair for a range. */
  readonly value: Value;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Page up, Page down and Shift with arrows. */
  readonly largeStep: number;
  readonly onChange: (value: Value) => void;
  /** After the thumb is let go. */
  readonly onCommit?: ((value: Value) => void) | undefined;
  readonly formatValue: (value: number) => string;
  readonly isDisabled?: boolean;
}

/** Thumbs of 8 x 16 px inside targets of 24 px. */
export function Slider<Value extends number | readonly [number, number]>(props: SliderProps<Value>) {
  const { labels, value, min, max, step, largeStep, onChange, onCommit, formatValue, isDisabled = false } = props;
  return (
    <Base.Root<number | readonly number[]>
      className={styles.root}
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={largeStep}
      disabled={isDisabled}
      thumbCollisionBehavior="none"
      // Base UI answers in the shape it was given: a number for a number, as many numbers for an array.
      onValueChange={(next) => onChange(next as Value)}
      onValueCommitted={(next) => onCommit?.(next as Value)}
    >
      <Base.Control className={styles.control}>
        <Base.Track className={styles.track}>
          <Base.Indicator className={styles.indicator} />
          {labels.map((label, index) => (
            <Base.Thumb
              key={label}
              index={index}
              className={styles.thumb}
              getAriaLabel={() => label}
              getAriaValueText={(_, thumbValue) => formatValue(thumbValue)}
            />
          ))}
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
