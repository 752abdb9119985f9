import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './segmented.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
}

export interface SegmentedProps<Value extends string> {
  /** Name of the group. */
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'small' | 'normal';
}

/** One of two to four short words, all visible: a radio group in one line. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, segments, value, onChange, size = 'normal' } = props;
  return (
    <RadioGroup<Value>
      className={classNames(styles.group, size === 'small' && styles.small)}
      aria-label={label}
      value={value}
      onValueChange={onChange}
    >
      {segments.map((segment) => (
        <Radio.Root<Value>
          key={segment.value}
          value={segment.value}
          aria-label={segment.label}
          className={styles.segment}
        >
          {segment.icon !== undefined && <Icon of={segment.icon} />}
          {segment.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
