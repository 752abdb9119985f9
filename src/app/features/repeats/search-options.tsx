import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Field, TextInput } from '../../shared/field';
import { formatScore } from '../../shared/format/format-score';
import { formatPercent } from '../../shared/format/number-format';
import { Select } from '../../shared/select';
import { Slider } from '../../shared/slider';
import { Switch } from '../../shared/switch';
import {
  DEFAULT_REPEAT_SEARCH,
  LEAST_OCCURRENCES,
  type CameraBy,
  type RepeatSearchOptions,
} from '../../state/repeat-search-options';
import { readOccurrences } from './read-occurrences';
import styles from './search-options.module.css';

/** The options while they are being changed: the text of the count may be no number yet. */
export interface SearchDraft extends Omit<RepeatSearchOptions, 'minOccurrences'> {
  readonly occurrences: string;
}

export interface SearchOptionsProps {
  readonly draft: SearchDraft;
  readonly onChange: (draft: SearchDraft) => void;
}

export const draftOf = ({ minOccurrences, ...options }: RepeatSearchOptions): SearchDraft => ({
  ...options,
  occurrences: String(minOccurrences),
});

/** Null while a field does not hold what it should. */
export function searchOf({ occurrences, ...options }: SearchDraft): RepeatSearchOptions | null {
  const minOccurrences = readOccurrences(occurrences, LEAST_OCCURRENCES);
  return minOccurrences === null ? null : { ...options, minOccurrences };
}

const CAMERAS: readonly CameraBy[] = ['folder', 'camera-folder'];

/** Which boxes are compared, and when they are the same thing seen again. */
export function SearchOptions({ draft, onChange }: SearchOptionsProps) {
  const { options: words } = messages.repeats;
  const change = (part: Partial<SearchDraft>) => onChange({ ...draft, ...part });
  const isWrong = searchOf(draft) === null;
  return (
    <div className={styles.options}>
      <div className={styles.slider}>
        <span className={styles.label}>{words.conf}</span>
        <span className={styles.value}>{words.range(formatScore(draft.minConf), formatScore(draft.maxConf))}</span>
        <Slider<readonly [number, number]>
          labels={[words.leastConf, words.mostConf]}
          value={[draft.minConf, draft.maxConf]}
          min={0.01}
          max={1}
          step={0.01}
          largeStep={0.1}
          onChange={([minConf, maxConf]) => change({ minConf, maxConf })}
          formatValue={(value) => formatScore(value)}
        />
      </div>
      <div className={styles.slider}>
        <span className={styles.label}>{words.iou}</span>
        <span className={styles.value}>{formatScore(draft.minIou)}</span>
        <Slider<number>
          labels={[words.iou]}
          value={draft.minIou}
          min={0.3}
          max={1}
          step={0.01}
          largeStep={0.1}
          onChange={(minIou) => change({ minIou })}
          formatValue={(value) => formatScore(value)}
        />
        <span className={styles.hint}>{words.iouHint}</span>
      </div>
      <div className={styles.slider}>
        <span className={styles.label}>{words.area}</span>
        <span className={styles.value}>{formatPercent(draft.maxArea)}</span>
        <Slider<number>
          labels={[words.area]}
          value={draft.maxArea}
          min={0.01}
          max={1}
          step={0.01}
          largeStep={0.1}
          onChange={(maxArea) => change({ maxArea })}
          formatValue={(value) => formatPercent(value)}
        />
        <span className={styles.hint}>{words.areaHint}</span>
      </div>
      <Field
        label={words.occurrences}
        hint={words.occurrencesHint(LEAST_OCCURRENCES)}
        error={isWrong ? words.occurrencesWrong(LEAST_OCCURRENCES) : null}
      >
        <TextInput
          value={draft.occurrences}
          inputMode="numeric"
          className={styles.number}
          onChange={(event) => change({ occurrences: event.target.value })}
        />
      </Field>
      <Field label={words.camera}>
        <Select<CameraBy>
          options={CAMERAS.map((value) => ({ value, label: words.cameraBy[value] }))}
          value={draft.cameraBy}
          onChange={(cameraBy) => change({ cameraBy })}
        />
      </Field>
      <Switch
        label={words.sameCategory}
        hint={words.sameCategoryHint}
        isOn={!draft.isCategoryAgnostic}
        onChange={(isOn) => change({ isCategoryAgnostic: !isOn })}
      />
      <div>
        <Button size="small" onClick={() => onChange(draftOf(DEFAULT_REPEAT_SEARCH))}>
          {words.reset}
        </Button>
      </div>
    </div>
  );
}
