import { Autocomplete as Base } from '@base-ui/react/autocomplete';
import { Plus, Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LabelCatalogue } from '../../../domain/labels/label-catalogue';
import { DIGITS, liftOf, type LabelUse } from '../../../domain/labels/label-use';
import { labelMessages } from '../../messages/label-messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { Button } from '../button';
import { classNames } from '../class-names';
import control from '../control.module.css';
import { Icon } from '../icon';
import { lineName } from '../images/image-words';
import { Keys } from '../keys';
import text from '../text.module.css';
import { groupOfFound, groupsWithoutQuery, labelsOnDigits, type ChoiceGroup, type LabelChoice } from './label-choices';
import styles from './label-picker-list.module.css';
import { LabelRow } from './label-row';
import { useLabelSearch } from './use-label-choices';

export interface LabelPickerListProps {
  readonly catalogue: LabelCatalogue;
  readonly use: LabelUse;
  readonly current: string | null;
  /** Labels of the event's other images, the likeliest first. */
  readonly inEvent: readonly string[];
  readonly onChoose: (label: string) => void;
  readonly onPin: (label: string, isPinned: boolean) => void;
  /** With what was typed. */
  readonly onAddOwn: (name: string) => void;
}

/** More hits than these are found quicker by another letter. */
const LIMIT = 40;

/** The field, what it finds, and the keys. The focus stays in the field. */
export function LabelPickerList(props: LabelPickerListProps) {
  const { catalogue, use, current, inEvent, onChoose, onPin, onAddOwn } = props;
  const { picker, settings } = labelMessages;
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState('');
  const search = useLabelSearch(catalogue);
  const input = useRef<HTMLInputElement>(null);
  const highlighted = useRef<LabelChoice | undefined>(undefined);
  const hintId = useId();
  const isTyped = query.trim() !== '';
  // The dialog gives the focus to its first button; this comes after it.
  useEffect(() => input.current?.focus(), []);

  const lift = useMemo(() => liftOf(use), [use]);
  const groups = useMemo(() => {
    if (!isTyped) return groupsWithoutQuery(catalogue, use, inEvent);
    return groupOfFound(catalogue, use, search?.(query, LIMIT, lift) ?? []);
  }, [catalogue, use, inEvent, lift, search, query, isTyped]);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  const pin = ({ label, isFavourite }: LabelChoice) => {
    if (!isFavourite && use.favourites.length >= DIGITS) return setSaid(settings.favouritesFull);
    setSaid(isFavourite ? picker.unpinned(lineName(label)) : picker.nowPinned(lineName(label)));
    onPin(label, !isFavourite);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.code !== 'KeyD' || highlighted.current === undefined) return;
      event.preventDefault();
      pin(highlighted.current);
    } else if (!isTyped && /^(?:Digit|Numpad)[1-9]$/.test(event.code) && !event.shiftKey) {
      event.preventDefault();
      const label = labelsOnDigits(catalogue, use)[Number(event.code.at(-1)) - 1];
      if (typeof label === 'string') onChoose(label);
    } else if (event.key === 'Enter' && isTyped && search !== null && count === 0) {
      event.preventDefault();
      onAddOwn(query.trim());
    }
  };
  return (
    <div className={styles.picker}>
      <Base.Root
        open
        inline
        mode="none"
        items={groups}
        value={query}
        onValueChange={(value) => {
          setQuery(value);
          setSaid('');
        }}
        itemToStringValue={({ label }: LabelChoice) => lineName(label)}
        onItemHighlighted={(choice) => (highlighted.current = choice)}
        autoHighlight="always"
        keepHighlight
      >
        <Base.InputGroup className={classNames(control.control, styles.field)}>
          <Icon of={Search} />
          <Base.Input
            ref={input}
            className={control.input}
            aria-label={picker.search}
            aria-describedby={hintId}
            aria-keyshortcuts="Control+D"
            placeholder={picker.placeholder}
            autoComplete="off"
            spellCheck={false}
            onKeyDown={onKeyDown}
          />
        </Base.InputGroup>
        <div className={styles.results}>
          {isTyped && count === 0 && (
            <p className={styles.empty}>{search === null ? picker.preparing : picker.none(query.trim())}</p>
          )}
          <Base.List className={styles.list} aria-label={picker.results}>
            {(group: ChoiceGroup) => (
              <Base.Group key={group.id} items={group.items} className={styles.group}>
                {group.id !== 'found' && (
                  <Base.GroupLabel className={styles.groupLabel}>{titleOf(group.id)}</Base.GroupLabel>
                )}
                <Base.Collection>
                  {(choice: LabelChoice) => (
                    <Base.Item
                      key={choice.label}
                      value={choice}
                      className={styles.item}
                      onClick={() => onChoose(choice.label)}
                    >
                      <LabelRow choice={choice} isCurrent={choice.label === current} onPin={() => pin(choice)} />
                    </Base.Item>
                  )}
                </Base.Collection>
              </Base.Group>
            )}
          </Base.List>
        </div>
      </Base.Root>
      <p className={text.visuallyHidden} role="status">
        {said !== '' ? said : isTyped && search !== null ? picker.found(count) : ''}
      </p>
      <footer className={styles.foot}>
        <p id={hintId} className={text.visuallyHidden}>
          {picker.hint}
        </p>
        <p className={styles.hints} aria-hidden>
          <Hint keys={['↑', '↓']} words={picker.move} />
          <Hint keys={['Enter']} words={picker.choose} />
          <Hint keys={['1', '9']} words={picker.digits} joiner="–" />
          <Hint keys={['Ctrl+D']} words={picker.pinKey} />
        </p>
        <Button icon={Plus} onClick={() => onAddOwn(query.trim())}>
          {picker.addOwn}
        </Button>
      </footer>
    </div>
  );
}

function titleOf(id: Exclude<ChoiceGroup['id'], 'found'>): string {
  if (id === 'event') return reviewFlowMessages.inEvent;
  return id === 'frequent' ? reviewFlowMessages.frequent : labelMessages.picker.groups[id];
}

interface HintProps {
  readonly keys: readonly string[];
  readonly words: string;
  readonly joiner?: string;
}

function Hint({ keys, words, joiner = '' }: HintProps) {
  return (
    <span className={styles.hint}>
      {keys.map((key, index) => (
        <span key={key} className={styles.hint}>
          {index > 0 && joiner}
          <Keys combination={key} />
        </span>
      ))}
      {words}
    </span>
  );
}
