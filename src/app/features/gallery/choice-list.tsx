import { useState, type ReactNode } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Checkbox } from '../../shared/checkbox';
import { formatNumber } from '../../shared/format/number-format';
import text from '../../shared/text.module.css';
import { FindBox } from './find-box';
import styles from './choice-list.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** What it is found by; needed with `findLabel`. */
  readonly text?: string;
  /** Images that it would show. */
  readonly count: number;
}

export interface ChoiceListProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  /** Name of a search field; without it there is none. */
  readonly findLabel?: string;
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Choices shown before "Show more"; what is chosen is always among them. */
const FEW = 10;
/** More would be slow to draw, and no help: the search field finds the rest. */
const MOST = 200;

/** Any of several, each with the images that it would show. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const { label, choices, chosen, findLabel, onChange } = props;
  const [isWhole, setWhole] = useState(false);
  const [sought, setSought] = useState('');
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ text: name = '' }) => words.every((word) => name.toLocaleLowerCase().includes(word)));
  const limit = isWhole || words.length > 0 ? MOST : FEW;
  const shown = found.filter(({ value }, place) => place < limit || chosen.includes(value));
  const { galleryFilters } = messages;
  return (
    <div className={styles.list}>
      {findLabel !== undefined && choices.length > FEW && (
        <FindBox label={findLabel} value={sought} onChange={setSought} />
      )}
      <div role="group" aria-label={label}>
        {shown.map((choice) => (
          <Checkbox
            key={choice.value}
            isChecked={chosen.includes(choice.value)}
            onChange={(isOn) =>
              onChange(isOn ? [...chosen, choice.value] : chosen.filter((value) => value !== choice.value))
            }
            label={choice.label}
            aside={formatNumber(choice.count)}
          />
        ))}
      </div>
      {found.length === 0 && <p className={text.hint}>{galleryFilters.noChoice}</p>}
      {words.length === 0 && found.length > FEW && (
        <div>
          <Button size="small" variant="quiet" onClick={() => setWhole(!isWhole)}>
            {isWhole ? galleryFilters.showFewer : galleryFilters.showMore(found.length - shown.length)}
          </Button>
        </div>
      )}
    </div>
  );
}
