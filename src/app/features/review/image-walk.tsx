import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button, LinkButton } from '../../shared/button';
import { useCommands } from '../../shared/commands/use-commands';
import type { Command } from '../../shared/commands/command';
import { EmptyState } from '../../shared/empty-state';
import { formatScore } from '../../shared/format/format-score';
import { describeImage, type ImageDescription } from '../../shared/images/describe-image';
import { imageName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { ReviewPanel } from '../../shared/review/review-panel';
import { useReviewUndo } from '../../shared/review/use-review-undo';
import { useReviewing } from '../../shared/review/use-reviewing';
import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import { useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import { suggestedObservations } from '../../state/suggested-observations';
import { UndoButton } from './undo-button';
import { itself, useWalk } from './use-walk';
import { WalkBody, WalkFrame } from './walk-frame';
import { WalkPhoto } from './walk-photo';
import styles from './walk-section.module.css';

const words = reviewModeMessages;

export interface ImageWalkProps {
  readonly open: OpenSurvey;
  readonly title: string;
  /** Paths in the order in which they are gone through; null = they are being put in order. */
  readonly list: readonly string[] | null;
  readonly isDone: (image: SurveyImage) => boolean;
  readonly tools?: ReactNode;
  /** In place of a list without images. */
  readonly none: ReactNode;
  readonly finished: string;
  /** Below the label: what else is to be known. */
  readonly about?: ((description: ImageDescription) => ReactNode) | undefined;
  /** Further acts on the image; `goOn` shows the next. */
  readonly acts?: ((description: ImageDescription, goOn: () => void) => readonly Command[]) | undefined;
}

/** Images one by one, each reviewed with the keys that review has everywhere; answers lead to the next that is not done. */
export function ImageWalk(props: ImageWalkProps) {
  const { open, title, list, tools, none, finished } = props;
  const isDone = (filepath: string) => {
    const image = open.imageOf(filepath);
    return image === null || props.isDone(image);
  };
  const walk = useWalk({ list: list ?? NO_LIST, isDone, areDoneShown: true, itemOf: itself });
  const done = list?.filter(isDone).length ?? 0;
  const total = list?.length ?? 0;
  const image = walk.current === null ? null : open.imageOf(walk.current);
  const progress = list === null || total === 0 ? null : { done, total, text: messages.review.progress(done, total) };
  return (
    <WalkFrame open={open} title={title} progress={progress} tools={tools}>
      {list === null ? (
        <EmptyState icon={LoaderCircle} title={words.walk.loading} />
      ) : image !== null ? (
        <OneImage {...props} description={describeImage(image, open.labels)} walk={walk} total={total} />
      ) : total === 0 ? (
        none
      ) : (
        <Finished open={open} title={finished} onAgain={() => walk.show(list[0] ?? null)} />
      )}
    </WalkFrame>
  );
}

const NO_LIST: readonly string[] = [];

interface FinishedProps {
  readonly open: OpenSurvey;
  readonly title: string;
  readonly onAgain: () => void;
}

/** At the end of a way: what was answered last can still be taken back. */
export function Finished({ open, title, onAgain }: FinishedProps) {
  useCommands(useReviewUndo());
  return (
    <EmptyState
      icon={CircleCheck}
      title={title}
      actions={
        <>
          <LinkButton to={routes.review(open.survey.id)} variant="primary">
            {words.walk.toReview}
          </LinkButton>
          <Button onClick={onAgain}>{words.walk.again}</Button>
          <UndoButton />
        </>
      }
    />
  );
}

interface OneImageProps extends ImageWalkProps {
  readonly description: ImageDescription;
  readonly walk: ReturnType<typeof useWalk>;
  readonly total: number;
}

function OneImage({ open, description, walk, total, about, acts }: OneImageProps) {
  const [hasBoxes, setHasBoxes] = useState(true);
  const targets = useMemo(() => [description], [description]);
  const reviewing = useReviewing(targets, { onSaid: walk.goOn });
  const further = acts?.(description, walk.goOn) ?? [];
  const back = stepTo(walk.previous, walk.show);
  const forth = stepTo(walk.next, walk.show);
  const command = (id: string, label: string, key: string, run: (() => void) | null): Command => ({
    id: `walk-${id}`,
    label,
    group: words.walk.group,
    keys: [key],
    isEnabled: run !== null,
    run: () => run?.(),
  });
  useCommands([
    command('previous', words.walk.previous, 'ArrowLeft', back),
    command('next', words.walk.next, 'ArrowRight', forth),
    command('boxes', hasBoxes ? words.walk.hideBoxes : words.walk.showBoxes, 'H', () => setHasBoxes(!hasBoxes)),
    ...further,
  ]);
  return (
    <WalkBody
      label={words.walk.saysOf}
      photo={
        <WalkPhoto
          open={open}
          description={description}
          ahead={walk.next}
          hasBoxes={hasBoxes}
          onBoxes={() => setHasBoxes(!hasBoxes)}
          place={words.walk.place(walk.index + 1, total)}
          back={{ label: words.walk.previous, shortcut: '←', run: back }}
          forth={{ label: words.walk.next, shortcut: '→', run: forth }}
        />
      }
      panel={
        <>
          <WhatItIs description={description} />
          {further.length > 0 && (
            <div className={styles.section}>
              {further.map(({ id, label, keys, run }) => (
                <Button key={id} shortcut={keys?.[0]} onClick={run}>
                  {label}
                </Button>
              ))}
            </div>
          )}
          <ReviewPanel
            description={description}
            suggested={suggestedObservations(description.image, open.labels)}
            digits={reviewing.digits}
            onDeed={reviewing.act}
            onChooseLabel={reviewing.chooseLabel}
          />
          {about?.(description)}
          {reviewing.dialogs}
        </>
      }
    />
  );
}

function stepTo(filepath: string | null, show: (filepath: string) => void): (() => void) | null {
  return filepath === null ? null : () => show(filepath);
}

function WhatItIs({ description }: { readonly description: ImageDescription }) {
  const { kind, score, scoreIs } = description;
  const scoresAs = useAppState(({ preferences }) => preferences.scoresAs);
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <KindMark kind={kind} size={20} />
        <h2>{imageName(description)}</h2>
        {score !== null && (
          <span className={styles.text}>
            {scoreIs === 'conf' ? messages.images.conf(formatScore(score, scoresAs)) : formatScore(score, scoresAs)}
          </span>
        )}
      </div>
    </div>
  );
}
