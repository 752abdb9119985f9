import { BadgeCheck, Flag, ListChecks, Pencil, PenLine, Plus, Star, Trash2, Undo2 } from 'lucide-react';
import { SEXES, LIFE_STAGES, type Observation } from '../../../domain/review/image-review';
import type { ObservationDetails, ReviewDeed } from '../../../domain/review/review-deed';
import { messages } from '../../messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { Button } from '../button';
import { Field, TextInput } from '../field';
import { formatDateTime } from '../format/format-date';
import { IconButton } from '../icon-button';
import type { ImageDescription } from '../images/describe-image';
import { imageName, labelName, lineName } from '../images/image-words';
import { readLabel } from '../images/read-label';
import { NumberInput } from '../number-input';
import { Select } from '../select';
import { Tag } from '../tag';
import { DigitRow } from './digit-row';
import { MARKS } from './review-commands';
import styles from './review-panel.module.css';
import { useTextDraft } from './use-text-draft';

const words = messages.review;
/** More than anyone counts in a photo. */
const MOST = 9999;

export interface ReviewPanelProps {
  readonly description: ImageDescription;
  /** What the machine says, in the form of a review; shown until somebody has said something. */
  readonly suggested: readonly Observation[];
  /** The label of each digit from 1; null = none. */
  readonly digits: readonly (string | null)[];
  /** Confirms what is left of the image's event; null = nothing else is. */
  readonly onConfirmEvent?: { readonly images: number; readonly run: () => void } | null;
  readonly onDeed: (deed: ReviewDeed) => void;
  /** The label of the observation with this number is to be chosen; null = of a further one. */
  readonly onChooseLabel: (index: number | null) => void;
}

/** What a person says of the image, beside what the machine says. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { description, suggested, digits, onConfirmEvent = null, onDeed, onChooseLabel } = props;
  const { review } = description;
  const observations = review?.observations ?? suggested;
  const isSaid = review !== null && review.observations !== null;
  const isFlagged = review?.isFlagged === true;
  const isStarred = review?.isStarred === true;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{words.title}</h3>
        <Standing description={description} />
        <span className={styles.space} />
        <IconButton
          icon={Flag}
          size="small"
          label={isFlagged ? words.acts.unflag : words.acts.flag}
          shortcut="F"
          aria-pressed={isFlagged}
          onClick={() => onDeed({ kind: 'flag', isOn: !isFlagged })}
        />
        <IconButton
          icon={Star}
          size="small"
          label={isStarred ? words.acts.unstar : words.acts.star}
          shortcut="S"
          aria-pressed={isStarred}
          onClick={() => onDeed({ kind: 'star', isOn: !isStarred })}
        />
      </div>
      {description.machine !== null && !description.machine.isSame && (
        <p className={styles.machine}>{words.machineSays(machineName(description))}</p>
      )}
      {!isSaid && observations.length > 0 && <p className={styles.machine}>{words.suggested}</p>}
      <ul className={styles.list}>
        {observations.map((observation, index) => (
          <li key={`${index} ${observation.label}`}>
            <ObservationCard
              observation={observation}
              index={index}
              canRemove={isSaid}
              onDeed={onDeed}
              onChooseLabel={onChooseLabel}
            />
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {isSaid ? (
          <Button size="small" icon={Undo2} onClick={() => onDeed({ kind: 'unreview' })}>
            {words.acts.unreview}
          </Button>
        ) : (
          observations.length > 0 && (
            <Button
              size="small"
              variant="primary"
              icon={BadgeCheck}
              shortcut="C"
              onClick={() => onDeed({ kind: 'confirm' })}
            >
              {words.acts.confirm}
            </Button>
          )
        )}
        {onConfirmEvent !== null && (
          <Button
            size="small"
            icon={ListChecks}
            shortcut="Shift+C"
            title={reviewFlowMessages.confirmEvent}
            onClick={onConfirmEvent.run}
          >
            {reviewFlowMessages.confirmEventShort(onConfirmEvent.images)}
          </Button>
        )}
        <Button size="small" icon={PenLine} shortcut="L" onClick={() => onChooseLabel(0)}>
          {words.acts.label}
        </Button>
        <Button size="small" icon={Plus} onClick={() => onChooseLabel(null)}>
          {words.acts.add}
        </Button>
      </div>
      <div className={styles.acts}>
        {MARKS.map(({ id, label, key }) => (
          <Button
            key={id}
            size="small"
            variant="quiet"
            shortcut={key}
            aria-pressed={isSaid && observations[0]?.label === label}
            onClick={() => onDeed({ kind: 'label', label })}
          >
            {words.acts[id]}
          </Button>
        ))}
      </div>
      <DigitRow labels={digits} onLabel={(label) => onDeed({ kind: 'label', label })} />
      <NoteField
        key={description.filepath}
        note={review?.note ?? ''}
        onNote={(note) => onDeed({ kind: 'note', note })}
      />
    </section>
  );
}

function Standing({ description: { review, machine } }: Pick<ReviewPanelProps, 'description'>) {
  if (review === null || machine === null) return <Tag tone="quiet">{words.states.none}</Tag>;
  const state = machine.isSame ? words.states.confirmed : words.states.changed;
  return (
    <Tag tone="success" icon={machine.isSame ? BadgeCheck : PenLine}>
      <span title={words.states.by(state, review.by, formatDateTime(review.at))}>{state}</span>
    </Tag>
  );
}

function machineName(description: ImageDescription): string {
  const { machine } = description;
  if (machine === null) return imageName(description);
  const { kind, label } = machine;
  return kind === 'failed' || kind === 'waiting' ? messages.images.kinds[kind] : labelName(kind, label);
}

interface ObservationCardProps extends Pick<ReviewPanelProps, 'onDeed' | 'onChooseLabel'> {
  readonly observation: Observation;
  readonly index: number;
  readonly canRemove: boolean;
}

function ObservationCard({ observation, index, canRemove, onDeed, onChooseLabel }: ObservationCardProps) {
  const name = lineName(observation.label);
  const { kind } = readLabel(observation.label);
  const say = (details: ObservationDetails) => onDeed({ kind: 'details', index, details });
  return (
    <fieldset className={styles.observation} aria-label={words.observation(name)}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <IconButton icon={Pencil} size="small" label={words.change(name)} onClick={() => onChooseLabel(index)} />
        {canRemove && (
          <IconButton
            icon={Trash2}
            size="small"
            label={words.remove(name)}
            onClick={() => onDeed({ kind: 'remove', index })}
          />
        )}
      </div>
      {kind !== 'blank' && (
        <>
          <label className={styles.line}>
            <span className={styles.fieldName}>{words.count}</span>
            <NumberInput
              label={words.count}
              value={observation.count}
              min={1}
              max={MOST}
              onCommit={(count) => say({ count })}
            />
          </label>
          {kind === 'animal' && <AnimalDetails observation={observation} onSay={say} />}
        </>
      )}
    </fieldset>
  );
}

interface AnimalDetailsProps {
  readonly observation: Observation;
  readonly onSay: (details: ObservationDetails) => void;
}

function AnimalDetails({ observation, onSay }: AnimalDetailsProps) {
  const { sex, lifeStage, behavior, individual } = observation;
  const hasSome = sex !== null || lifeStage !== null || behavior !== '' || individual !== '';
  const behaviorDraft = useTextDraft(behavior, (text) => onSay({ behavior: text }));
  const individualDraft = useTextDraft(individual, (text) => onSay({ individual: text }));
  return (
    <details className={styles.details} open={hasSome || undefined}>
      <summary>{words.details}</summary>
      <div className={styles.fields}>
        <Field label={words.sex}>
          <Select
            size="small"
            value={sex ?? 'none'}
            options={[
              { value: 'none', label: words.notSaid },
              ...SEXES.map((value) => ({ value, label: words.sexes[value] })),
            ]}
            onChange={(value) => onSay({ sex: value === 'none' ? null : value })}
          />
        </Field>
        <Field label={words.lifeStage}>
          <Select
            size="small"
            value={lifeStage ?? 'none'}
            options={[
              { value: 'none', label: words.notSaid },
              ...LIFE_STAGES.map((value) => ({ value, label: words.lifeStages[value] })),
            ]}
            onChange={(value) => onSay({ lifeStage: value === 'none' ? null : value })}
          />
        </Field>
        <Field label={words.behavior}>
          <TextInput {...behaviorDraft} maxLength={500} />
        </Field>
        <Field label={words.individual}>
          <TextInput {...individualDraft} maxLength={200} />
        </Field>
      </div>
    </details>
  );
}

function NoteField({ note, onNote }: { readonly note: string; readonly onNote: (note: string) => void }) {
  const draft = useTextDraft(note, onNote);
  return (
    <label className={styles.note}>
      <span className={styles.fieldName}>{words.note}</span>
      <textarea {...draft} id="review-note" rows={2} maxLength={4000} className={styles.textarea} />
    </label>
  );
}
