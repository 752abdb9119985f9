import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { classNames } from './class-names';
import control from './control.module.css';
import { Icon } from './icon';
import styles from './popup.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Value extends string> {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Its name, when it does not stand in a Field. */
  readonly label?: string | undefined;
  readonly placeholder?: string;
  readonly size?: 'small' | 'normal';
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** One of a few. For long lists use Combobox. Inside a Field the field's label names it. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  label,
  placeholder,
  size = 'normal',
  isDisabled = false,
  className,
}: SelectProps<Value>) {
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
      disabled={isDisabled}
      modal={false}
    >
      <Base.Trigger
        aria-label={label}
        className={classNames(control.control, size === 'small' && control.small, className)}
      >
        <Base.Value className={control.value} placeholder={placeholder} />
        <Base.Icon className={control.icon}>
          <Icon of={ChevronDown} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8} alignItemWithTrigger={false}>
          <Base.Popup className={styles.popup}>
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                disabled={option.isDisabled ?? false}
                className={styles.item}
              >
                <span className={styles.indicator}>
                  <Base.ItemIndicator>
                    <Icon of={Check} />
                  </Base.ItemIndicator>
                </span>
                <Base.ItemText className={styles.itemText}>{option.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
