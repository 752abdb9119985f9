import { Field as Base } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import control from './control.module.css';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, and what is right. */
  readonly error?: string | null;
  /** A Select, Combobox or TextInput: the field gives it its name and description. */
  readonly children: ReactNode;
}

/** Label, control, hint and error belong together, also for a screen reader. */
export function Field({ label, hint, error = null, children }: FieldProps) {
  return (
    <Base.Root className={styles.field} invalid={error !== null}>
      <Base.Label className={styles.label}>{label}</Base.Label>
      {children}
      {hint !== undefined && <Base.Description className={styles.hint}>{hint}</Base.Description>}
      {error !== null && (
        <Base.Error match className={styles.error}>
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}

/** A text field inside a Field. */
export function TextInput({
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'defaultValue' | 'value'> & {
  readonly value: string;
}) {
  return <Base.Control {...rest} className={classNames(control.control, styles.text, className)} />;
}
