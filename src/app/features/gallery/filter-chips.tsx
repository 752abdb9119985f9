import { X } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Icon } from '../../shared/icon';
import type { ImageFilter } from '../../shared/images/image-filter';
import { KindMark } from '../../shared/images/kind-mark';
import { chipsOf, type ChipWords, type FilterChip } from './chips-of';
import styles from './filter-chips.module.css';

export interface FilterChipsProps extends ChipWords {
  readonly filter: ImageFilter;
  readonly onFilter: (part: Partial<ImageFilter>) => void;
  readonly onClear: () => void;
}

/** What holds images back, each with its own way out. */
export function FilterChips({ filter, onFilter, onClear, ...words }: FilterChipsProps) {
  const { gallery } = messages;
  const chips = chipsOf(filter, words);
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={gallery.filters}>
      {chips.map((chip) => (
        <Chip key={chip.key} chip={chip} onRemove={() => onFilter(chip.without)} />
      ))}
      <li>
        <Button size="small" variant="quiet" onClick={onClear}>
          {gallery.clear}
        </Button>
      </li>
    </ul>
  );
}

interface ChipProps {
  readonly chip: FilterChip;
  readonly onRemove: () => void;
}

function Chip({ chip: { name, kind, icon }, onRemove }: ChipProps) {
  return (
    <li className={styles.chip}>
      {kind !== null && <KindMark kind={kind} />}
      {icon !== null && <Icon of={icon} size={14} />}
      <span className={styles.name} title={name}>
        {name}
      </span>
      <button type="button" className={styles.remove} aria-label={messages.gallery.remove(name)} onClick={onRemove}>
        <Icon of={X} size={14} />
      </button>
    </li>
  );
}
