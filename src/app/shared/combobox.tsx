import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { useMemo } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';
import control from './control.module.css';
import { Icon } from './icon';
import { matchesWords } from './matches-words';
import styles from './popup.module.css';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** A short code at the end of the line, searched too: "KEN". */
  readonly code?: string | undefined;
  /** Other words to find it by. */
  readonly keywords?: string | undefined;
}

export interface ComboboxProps {
  readonly options: readonly ComboboxOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Its name, when it does not stand in a Field. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly emptyText: string;
  readonly isDisabled?: boolean;
  readonly canClear?: boolean;
  /** At most this many options are shown at a time: thousands would take long to draw. */
  readonly limit?: number;
  readonly className?: string | undefined;
}

/** One of many, found by typing: words in any order, accents and case do not matter. */
export function Combobox({
  options,
  value,
  onChange,
  label,
  placeholder,
  emptyText,
  isDisabled = false,
  canClear = true,
  limit = -1,
  className,
}: ComboboxProps) {
  const selected = useMemo(() => options.find((option) => option.value === value) ?? null, [options, value]);
  return (
    <Base.Root
      items={options}
      value={selected}
      onValueChange={(next: ComboboxOption | null) => onChange(next?.value ?? null)}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(option: ComboboxOption, other: ComboboxOption) => option.value === other.value}
      filter={matchesEveryWord}
      disabled={isDisabled}
      limit={limit}
      autoHighlight
    >
      <Base.InputGroup className={classNames(control.control, className)}>
        <Base.Input className={control.input} aria-label={label} placeholder={placeholder} />
        {canClear && (
          <Base.Clear className={control.inside} aria-label={messages.common.clear}>
            <Icon of={X} size={14} />
          </Base.Clear>
        )}
        <Base.Trigger className={control.inside} aria-label={messages.common.showList}>
          <Icon of={ChevronDown} />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={styles.popup}>
            <Base.Empty className={styles.empty}>{emptyText}</Base.Empty>
            <Base.List>
              {(option: ComboboxOption) => (
                <Base.Item key={option.value} value={option} className={styles.item}>
                  <span className={styles.indicator}>
                    <Base.ItemIndicator>
                      <Icon of={Check} />
                    </Base.ItemIndicator>
                  </span>
                  <span className={styles.itemText}>{option.label}</span>
                  {option.code !== undefined && <span className={styles.code}>{option.code}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function matchesEveryWord(option: ComboboxOption, query: string): boolean {
  return matchesWords(`${option.label} ${option.code ?? ''} ${option.keywords ?? ''}`, query);
}
