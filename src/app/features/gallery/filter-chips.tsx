import { Blend, CalendarRange, GitCompareArrows, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import { comparedLabelName } from '../../shared/images/compared-label';
import type { DiffersFilter } from '../../shared/images/differs-filter';
import { countFilters, hasScoreFilter, type ChangeFilter, type ImageFilter } from '../../shared/images/image-filter';
import { findGroup, type GroupNode } from '../../shared/images/image-groups';
import { groupName, labelName, lineName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { readLabel } from '../../shared/images/read-label';
import { placeName } from '../../shared/place/country-names';
import styles from './filter-chips.module.css';

export interface FilterChipsProps {
  readonly filter: ImageFilter;
  readonly tree: readonly GroupNode[];
  readonly scoresAs: ScoreFormat;
  /** What the event is called that alone is shown. */
  readonly eventName: string;
  readonly onFilter: (part: Partial<ImageFilter>) => void;
  readonly onClear: () => void;
}

/** What holds images back, each with its own way out. */
export function FilterChips({ filter, tree, scoresAs, eventName, onFilter, onClear }: FilterChipsProps) {
  const { gallery } = messages;
  if (countFilters(filter) === 0) return null;
  const score = gallery.scoreChip(formatScore(filter.leastScore, scoresAs), formatScore(filter.mostScore, scoresAs));
  return (
    <ul className={styles.chips} aria-label={gallery.filters}>
      {filter.event !== null && (
        <Chip
          name={eventName}
          mark={<Icon of={CalendarRange} size={14} />}
          onRemove={() => onFilter({ event: null })}
        />
      )}
      {filter.change !== null && (
        <Chip
          name={changeName(filter.change)}
          mark={<Icon of={Blend} size={14} />}
          onRemove={() => onFilter({ change: null })}
        />
      )}
      {filter.groups.map((key) => {
        const node = findGroup(tree, key);
        const name = node === null ? key : groupName(node);
        return (
          <Chip
            key={key}
            name={name}
            mark={node !== null && <KindMark kind={node.kind} />}
            onRemove={() => onFilter({ groups: filter.groups.filter((other) => other !== key) })}
          />
        );
      })}
      {filter.text.trim() !== '' && (
        <Chip name={gallery.textChip(filter.text.trim())} onRemove={() => onFilter({ text: '' })} />
      )}
      {hasScoreFilter(filter) && <Chip name={score} onRemove={() => onFilter({ leastScore: 0, mostScore: 1 })} />}
      {filter.heldBack !== null && (
        <Chip
          name={gallery.heldBackChip(lineName(filter.heldBack.label), placeName(filter.heldBack.place))}
          onRemove={() => onFilter({ heldBack: null })}
        />
      )}
      {filter.differs !== null && (
        <Chip
          name={differsName(filter.differs, scoresAs)}
          mark={<Icon of={GitCompareArrows} size={14} />}
          onRemove={() => onFilter({ differs: null })}
        />
      )}
      <li>
        <Button size="small" variant="quiet" onClick={onClear}>
          {gallery.clear}
        </Button>
      </li>
    </ul>
  );
}

function changeName({ was, label }: ChangeFilter): string {
  const [before, after] = [readLabel(was), readLabel(label)];
  return messages.events.changeChip(labelName(before.kind, before), labelName(after.kind, after));
}

function differsName(differs: DiffersFilter, scoresAs: ScoreFormat): string {
  const { differsBy } = messages.gallery;
  if (differs.what === 'score') return differsBy.score(formatScore(differs.above, scoresAs));
  if (differs.what !== 'transition') return differsBy[differs.what];
  return differsBy.transition(comparedLabelName(differs.from), comparedLabelName(differs.to));
}

interface ChipProps {
  readonly name: string;
  readonly mark?: ReactNode;
  readonly onRemove: () => void;
}

function Chip({ name, mark, onRemove }: ChipProps) {
  return (
    <li className={styles.chip}>
      {mark}
      <span className={styles.name}>{name}</span>
      <button type="button" className={styles.remove} aria-label={messages.gallery.remove(name)} onClick={onRemove}>
        <Icon of={X} size={14} />
      </button>
    </li>
  );
}
