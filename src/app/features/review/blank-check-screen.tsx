import { ImageOff, LoaderCircle } from 'lucide-react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { EmptyState } from '../../shared/empty-state';
import { describeImage } from '../../shared/images/describe-image';
import type { OpenSurvey } from '../../state/app-state';
import { changeReviewView, useReviewView } from '../../state/review-view';
import { BlankPhoto } from './blank-photo';
import { BlankCheckOptions } from './blank-check-options';
import { BlankCheckResult } from './blank-check-result';
import { Finished } from './image-walk';
import { blankAnswerOf } from './said';
import { useBlankCheck, type SampleCheck } from './use-blank-check';
import { useFactImages } from './use-fact-images';
import { itself, useWalk } from './use-walk';
import { WalkFrame } from './walk-frame';
import styles from './blank-check-screen.module.css';

const words = reviewModeMessages;

/** How many animals the machine missed: a random sample of what it calls blank, looked at one by one. */
export function BlankCheckScreen({ open }: { readonly open: OpenSurvey }) {
  const { confidence } = useReviewView(open.survey.id);
  const found = useBlankCheck(open, useFactImages(open), confidence);
  const total = found?.sample.filepaths.length ?? 0;
  const answered = found?.check.answered ?? 0;
  const progress =
    found === null || total === 0 ? null : { done: answered, total, text: words.blank.seen(answered, total) };
  return (
    <WalkFrame open={open} title={words.blank.title} progress={progress}>
      {found === null ? (
        <EmptyState icon={LoaderCircle} title={words.walk.loading} />
      ) : total === 0 ? (
        <EmptyState icon={ImageOff} title={words.blank.none}>
          {words.blank.noneText}
        </EmptyState>
      ) : (
        <Check open={open} found={found} />
      )}
    </WalkFrame>
  );
}

function Check({ open, found }: { readonly open: OpenSurvey; readonly found: SampleCheck }) {
  const surveyId = open.survey.id;
  const view = useReviewView(surveyId);
  const { filepaths } = found.sample;
  const walk = useWalk({
    list: filepaths,
    isDone: (filepath) => blankAnswerOf(open.imageOf(filepath)?.review) !== undefined,
    areDoneShown: true,
    itemOf: itself,
  });
  const image = walk.current === null ? null : open.imageOf(walk.current);
  const panel = (
    <>
      <BlankCheckResult open={open} found={found} confidence={view.confidence} goal={view.goal} onShow={walk.show} />
      <BlankCheckOptions view={view} onChange={(change) => changeReviewView(surveyId, change)} />
    </>
  );
  if (image === null) {
    return (
      <div className={styles.finished}>
        <Finished open={open} title={words.blank.finished} onAgain={() => walk.show(filepaths[0] ?? null)} />
        <div className={styles.result}>{panel}</div>
      </div>
    );
  }
  // Only as far as the sample is looked at: beyond the first open image nothing counts.
  const isBeyond = walk.next !== null && walk.index >= found.check.answered;
  return (
    <BlankPhoto
      open={open}
      description={describeImage(image, open.labels)}
      walk={walk}
      total={filepaths.length}
      isLast={isBeyond}
      panel={panel}
    />
  );
}
