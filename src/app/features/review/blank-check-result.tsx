import { CircleCheck, CircleDashed, Copy } from 'lucide-react';
import { useId } from 'react';
import { isTightEnough, planBlankCheck, type BlankCheckGoal } from '../../../domain/review-modes/blank-check-goal';
import type { Confidence } from '../../../domain/review-modes/proportion-interval';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { Icon } from '../../shared/icon';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { blankCheckText, intervalText } from './blank-check-text';
import styles from './blank-check-result.module.css';
import { formatShare } from './format-share';
import type { SampleCheck } from './use-blank-check';
import section from './walk-section.module.css';

const words = reviewModeMessages.blank;

export interface BlankCheckResultProps {
  readonly open: OpenSurvey;
  readonly found: SampleCheck;
  readonly confidence: Confidence;
  readonly goal: BlankCheckGoal;
  /** Looks at an image of the sample again. */
  readonly onShow: (filepath: string) => void;
}

/** The share of missed images as it stands, how it was found, and whether it is tight enough. */
export function BlankCheckResult({ open, found, confidence, goal, onShow }: BlankCheckResultProps) {
  const titleId = useId();
  const { check } = found;
  const { missed } = check;
  const blanks = found.sample.filepaths.length;
  const interval = intervalText(check, confidence);
  return (
    <section className={section.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={section.title}>
        {words.result}
      </h3>
      {missed.share === null ? (
        <p className={section.text}>{words.notYet}</p>
      ) : (
        <>
          <p className={styles.result}>
            <strong className={section.figure}>{formatShare(missed.share)}</strong>
            <span>{words.missed}</span>
          </p>
          {interval !== null && <p className={styles.interval}>{interval}</p>}
          <p className={section.text}>
            {words.seen(check.answered, blanks)}, {words.found(check.found.length)}.
          </p>
          {check.unclear > 0 && <p className={section.text}>{words.unclear(check.unclear)}</p>}
          <Goal found={found} confidence={confidence} goal={goal} />
          {missed.method !== 'complete' && <p className={styles.method}>{words.methods[missed.method]}</p>}
          <CopyResult open={open} found={found} confidence={confidence} />
        </>
      )}
      {check.found.length > 0 && <FoundImages filepaths={check.found} onShow={onShow} />}
    </section>
  );
}

function Goal({ found, confidence, goal }: Pick<BlankCheckResultProps, 'found' | 'confidence' | 'goal'>) {
  const { missed, strata, answered } = found.check;
  const blanks = found.sample.filepaths.length;
  const isComplete = missed.method === 'complete';
  if (isComplete || isTightEnough(missed, goal)) {
    return (
      <>
        <p className={styles.tight}>
          <Icon of={CircleCheck} />
          {isComplete ? words.complete : words.tight}
        </p>
        {answered < blanks && <p className={styles.method}>{words.peeking}</p>}
      </>
    );
  }
  const expectedShare = missed.share ?? 0;
  const planned = planBlankCheck({ blanks, strata: strata.length, expectedShare, goal, confidence });
  return (
    <p className={styles.open}>
      <Icon of={CircleDashed} />
      {answered < blanks ? words.notTight(Math.max(planned, answered + 1)) : words.unclearLeft}
    </p>
  );
}

function CopyResult({ open, found, confidence }: Pick<BlankCheckResultProps, 'open' | 'found' | 'confidence'>) {
  const actions = useActions();
  const reviewer = useAppState(({ preferences }) => preferences.reviewer);
  const { modelPackage, modelVersion, survey } = open;
  const copy = async () => {
    const text = blankCheckText({
      surveyName: survey.name,
      check: found.check,
      confidence,
      seed: found.seed,
      model: modelPackage === null ? modelVersion : `${modelPackage.name} ${modelPackage.version}`,
      reviewer,
      at: Date.now(),
    });
    await navigator.clipboard.writeText(text);
    actions.notify('copied');
  };
  return (
    <div>
      <Button size="small" icon={Copy} onClick={() => void copy()}>
        {words.copy}
      </Button>
    </div>
  );
}

function FoundImages({
  filepaths,
  onShow,
}: { readonly filepaths: readonly string[] } & Pick<BlankCheckResultProps, 'onShow'>) {
  return (
    <details className={styles.found}>
      <summary>
        {words.foundTitle} ({filepaths.length})
      </summary>
      <ul>
        {filepaths.map((filepath) => (
          <li key={filepath}>
            <Button size="small" variant="quiet" className={styles.file} onClick={() => onShow(filepath)}>
              {filepath}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
