import { BadgeCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { useCommands } from '../../shared/commands/use-commands';
import type { Command } from '../../shared/commands/command';
import type { ImageDescription } from '../../shared/images/describe-image';
import { useReviewUndo } from '../../shared/review/use-review-undo';
import { Tag } from '../../shared/tag';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { blankAnswerOf } from './said';
import { UndoButton } from './undo-button';
import { useLabelling } from './use-labelling';
import type { Walk } from './use-walk';
import { WalkBody } from './walk-frame';
import { WalkPhoto } from './walk-photo';
import styles from './walk-section.module.css';

const words = reviewModeMessages;

export interface BlankPhotoProps {
  readonly open: OpenSurvey;
  readonly description: ImageDescription;
  readonly walk: Walk;
  readonly total: number;
  /** Nothing beyond this image is to be looked at before it has an answer. */
  readonly isLast: boolean;
  readonly panel: ReactNode;
}

/** One image that the machine calls blank, and what a person can say of it. */
export function BlankPhoto({ open, description, walk, total, isLast, panel }: BlankPhotoProps) {
  const actions = useActions();
  const [hasBoxes, setHasBoxes] = useState(false);
  const answer = blankAnswerOf(description.review);
  const next = isLast ? null : walk.next;
  const say = (label: string) => {
    void actions.review([description.filepath], { kind: 'label', label });
    walk.goOn();
  };
  const undo = useReviewUndo();
  const labelling = useLabelling({
    group: words.blank.title,
    isEnabled: true,
    current: null,
    chooseWords: words.blank.acts.name,
    markWords: (mark) => words.blank.acts[mark],
    onLabel: say,
  });
  const { marks, choose } = labelling;
  const step = (id: string, label: string, key: string, to: string | null): Command => ({
    id: `walk-${id}`,
    label,
    group: words.walk.group,
    keys: [key],
    isEnabled: to !== null,
    run: () => walk.show(to),
  });
  useCommands([
    ...labelling.commands,
    { ...marks.blank, id: 'blank-nothing', keys: ['N'] },
    step('previous', words.walk.previous, 'ArrowLeft', walk.previous),
    step('next', words.walk.next, 'ArrowRight', next),
    {
      id: 'walk-boxes',
      label: hasBoxes ? words.walk.hideBoxes : words.walk.showBoxes,
      group: words.walk.group,
      keys: ['H'],
      run: () => setHasBoxes(!hasBoxes),
    },
    ...undo,
  ]);
  return (
    <WalkBody
      label={words.blank.title}
      photo={
        <WalkPhoto
          open={open}
          description={description}
          ahead={walk.next}
          hasBoxes={hasBoxes}
          onBoxes={() => setHasBoxes(!hasBoxes)}
          place={words.walk.place(walk.index + 1, total)}
          back={{ label: words.walk.previous, shortcut: '←', run: runTo(walk.previous, walk.show) }}
          forth={{ label: words.walk.next, shortcut: '→', run: runTo(next, walk.show) }}
        />
      }
      panel={
        <>
          <section className={styles.section} aria-label={words.blank.question}>
            <div className={styles.head}>
              <h2>{words.blank.question}</h2>
            </div>
            {answer !== undefined && (
              <div>
                <Tag tone="success" icon={BadgeCheck}>
                  {words.blank.answers[answer]}
                </Tag>
              </div>
            )}
            <div className={styles.wide}>
              {[marks.blank, marks.animal, choose, marks.unknown].map((command) => (
                <ActButton key={command.id} command={command} isMain={command === marks.blank} />
              ))}
            </div>
            <div className={styles.acts}>
              {[marks.human, marks.vehicle].map(({ id, label, keys, run }) => (
                <Button key={id} size="small" variant="quiet" shortcut={keys?.[0]} onClick={run}>
                  {label}
                </Button>
              ))}
              <UndoButton />
            </div>
          </section>
          {panel}
          {labelling.dialog}
        </>
      }
    />
  );
}

function ActButton({ command, isMain }: { readonly command: Command; readonly isMain: boolean }) {
  return (
    <Button variant={isMain ? 'primary' : 'plain'} shortcut={command.keys?.[0]} onClick={command.run}>
      {command.label}
    </Button>
  );
}

function runTo(filepath: string | null, show: (filepath: string) => void): (() => void) | null {
  return filepath === null ? null : () => show(filepath);
}
