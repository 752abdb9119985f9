import { useState } from 'react';
import { messages } from '../../messages';
import { Field, TextInput } from '../../shared/field';
import { formatDuration } from '../../shared/format/format-duration';
import { Segmented } from '../../shared/segmented';
import { Slider } from '../../shared/slider';
import text from '../../shared/text.module.css';
import styles from './gap-choice.module.css';
import { MOST_GAP_SECONDS, parseGap } from './parse-gap';

/** Minutes: the reference's own, and those that ecologists use. */
const PRESETS = [1, 5, 30, 60];
const HOUR = 3600;

export interface GapChoiceProps {
  readonly gapSeconds: number;
  /** Called when a choice is made, not while a thumb moves or a number is written. */
  readonly onChange: (gapSeconds: number) => void;
}

/** The longest pause: a usual one, a slider up to an hour, or any number of seconds. */
export function GapChoice({ gapSeconds, onChange }: GapChoiceProps) {
  const { events: words } = messages;
  const [moving, setMoving] = useState<number | null>(null);
  return (
    <div className={styles.choice}>
      <div className={styles.head}>
        <h3 className={styles.name}>{words.gap}</h3>
        <span className={styles.value}>{formatDuration(moving ?? gapSeconds)}</span>
      </div>
      <Segmented<string>
        label={words.gapPresets}
        size="small"
        value={String(gapSeconds / 60)}
        onChange={(minutes) => onChange(Number(minutes) * 60)}
        segments={PRESETS.map((minutes) => ({ value: String(minutes), label: words.gapPreset(minutes) }))}
      />
      <div className={styles.exact}>
        <Slider<number>
          labels={[words.gapSlider]}
          value={Math.min(HOUR, moving ?? gapSeconds)}
          min={0}
          max={HOUR}
          step={10}
          largeStep={300}
          onChange={setMoving}
          onCommit={(seconds) => {
            setMoving(null);
            onChange(seconds);
          }}
          formatValue={(seconds) => formatDuration(seconds)}
        />
        {/* Begins anew when another way of choosing changed the number. */}
        <GapNumber key={gapSeconds} gapSeconds={gapSeconds} onChange={onChange} />
      </div>
      <p className={text.hint}>{words.gapHint}</p>
    </div>
  );
}

function GapNumber({ gapSeconds, onChange }: GapChoiceProps) {
  const { events: words } = messages;
  const [written, setWritten] = useState(String(gapSeconds));
  const [isRefused, setRefused] = useState(false);
  const commit = () => {
    const seconds = parseGap(written);
    setRefused(seconds === null);
    if (seconds !== null && seconds !== gapSeconds) onChange(seconds);
  };
  return (
    <Field label={words.gapSeconds} error={isRefused ? words.gapRefused(MOST_GAP_SECONDS) : null}>
      <TextInput
        className={styles.number}
        inputMode="numeric"
        autoComplete="off"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </Field>
  );
}
