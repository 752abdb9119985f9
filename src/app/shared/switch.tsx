import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import styles from './choice.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, hint, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <label className={styles.line}>
      <Base.Root className={styles.switch} checked={isOn} onCheckedChange={onChange} disabled={isDisabled}>
        <Base.Thumb className={styles.thumb} />
      </Base.Root>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
