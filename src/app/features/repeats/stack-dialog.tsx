import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DetectionRef } from '../../../domain/megadetector/detection-set';
import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import type { ScoreFormat } from '../../shared/format/format-score';
import { IconButton } from '../../shared/icon-button';
import type { LoadPreview } from '../../shared/images/use-preview';
import type { OpenSurvey } from '../../state/app-state';
import { verdictOn, type FoundStack } from '../../state/repeats-state';
import { AverageCropPicture } from './average-crop-picture';
import { FrameThumb } from './frame-thumb';
import { MemberCrop } from './member-crop';
import styles from './stack-dialog.module.css';
import { StackFacts } from './stack-facts';
import { stackName } from './stack-words';
import { VerdictButtons } from './verdict-buttons';

export interface StackDialogProps {
  readonly open: OpenSurvey;
  readonly shown: readonly FoundStack[];
  /** Null = closed. */
  readonly stack: FoundStack | null;
  readonly scoresAs: ScoreFormat;
  readonly loadPreview: LoadPreview;
  readonly onClose: () => void;
  readonly onShow: (id: string) => void;
  readonly onDecide: (id: string, verdict: RepeatVerdict | null) => void;
  readonly onSpare: (id: string, member: DetectionRef, isSpared: boolean) => void;
}

/** One stack with all its boxes; the arrows lead to its neighbours in the list. */
export function StackDialog(props: StackDialogProps) {
  const { open, shown, stack, onClose, onShow, onDecide } = props;
  const { repeats: words } = messages;
  if (stack === null) return null;
  const index = shown.findIndex(({ id }) => id === stack.id);
  const previous = index === -1 ? undefined : shown[index - 1];
  const next = index === -1 ? undefined : shown[index + 1];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={stackName(stack)}
      size="large"
      footer={
        <>
          <div className={styles.neighbours}>
            <IconButton
              icon={ChevronLeft}
              label={words.previous}
              shortcut="←"
              disabled={previous === undefined}
              onClick={() => {
                if (previous !== undefined) onShow(previous.id);
              }}
            />
            {index !== -1 && <span>{words.place(index + 1, shown.length)}</span>}
            <IconButton
              icon={ChevronRight}
              label={words.next}
              shortcut="→"
              disabled={next === undefined}
              onClick={() => {
                if (next !== undefined) onShow(next.id);
              }}
            />
          </div>
          <VerdictButtons
            name={stackName(stack)}
            verdict={verdictOn(stack, open.repeats.decided)}
            onDecide={(verdict) => onDecide(stack.id, verdict)}
          />
        </>
      }
    >
      <Content key={stack.id} {...props} stack={stack} />
    </Dialog>
  );
}

/** Crops that are drawn at first and at each further click. */
const PAGE = 48;

function Content({ open, stack, scoresAs, loadPreview, onSpare }: StackDialogProps & { readonly stack: FoundStack }) {
  const { repeats: words } = messages;
  const [count, setCount] = useState(PAGE);
  const inferenceOf = useMemo(() => {
    const wanted = new Set(stack.members.map(({ filepath }) => filepath));
    const found = open.images.filter(({ filepath }) => wanted.has(filepath));
    return new Map(found.map(({ filepath, inference }) => [filepath, inference]));
  }, [open.images, stack]);
  const decided = open.repeats.decided.get(stack.id);
  const isRejected = decided?.stack === stack && decided.verdict === 'rejected';
  const left = stack.members.length - count;
  return (
    <>
      <div className={styles.overview}>
        <div className={styles.pictures} aria-hidden>
          <AverageCropPicture stack={stack} loadPreview={loadPreview} />
          <FrameThumb stack={stack} loadPreview={loadPreview} />
        </div>
        <StackFacts stack={stack} repeats={open.repeats} scoresAs={scoresAs} />
      </div>
      <section className={styles.members}>
        <h3>{words.members}</h3>
        <p className={styles.hint}>{words.membersIntro}</p>
        <ul className={styles.strip}>
          {stack.members.slice(0, count).map((member) => (
            <MemberCrop
              key={`${member.detection} ${member.filepath}`}
              surveyId={open.survey.id}
              member={member}
              inference={inferenceOf.get(member.filepath) ?? null}
              scoresAs={scoresAs}
              loadPreview={loadPreview}
              isSpared={decided?.spared.some(isSame(member)) ?? false}
              onSpare={isRejected ? (isSpared) => onSpare(stack.id, member, isSpared) : null}
            />
          ))}
        </ul>
        {left > 0 && (
          <div>
            <Button onClick={() => setCount(count + PAGE)}>{words.showMore(Math.min(PAGE, left))}</Button>
          </div>
        )}
      </section>
    </>
  );
}

const isSame = (member: DetectionRef) => (other: DetectionRef) =>
  other.filepath === member.filepath && other.detection === member.detection;
