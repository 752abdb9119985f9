import { Search } from 'lucide-react';
import { classNames } from '../../shared/class-names';
import control from '../../shared/control.module.css';
import { Icon } from '../../shared/icon';
import styles from './find-box.module.css';

export interface FindBoxProps {
  readonly label: string;
  readonly value: string;
  /** Says what to write; the label by default. */
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** A search field. */
export function FindBox({ label, value, placeholder = label, onChange }: FindBoxProps) {
  return (
    <div className={classNames(control.control, styles.search)}>
      <Icon of={Search} />
      <input
        type="search"
        className={control.input}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
