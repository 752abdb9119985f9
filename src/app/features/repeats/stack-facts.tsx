import { useMemo } from 'react';
import { messages } from '../../messages';
import { CategoryMark } from '../../shared/category-mark';
import { FileName } from '../../shared/file-name';
import type { ScoreFormat } from '../../shared/format/format-score';
import { verdictOn, type FoundStack, type RepeatsState } from '../../state/repeats-state';
import { countRejected } from './shown-stacks';
import styles from './stack-facts.module.css';
import { cameraName, categoryName, categoryOf, confText, shareText, timesText } from './stack-words';
import { VerdictTag } from './verdict-tag';

export interface StackFactsProps {
  readonly stack: FoundStack;
  readonly repeats: RepeatsState;
  readonly scoresAs: ScoreFormat;
}

/** What, where, how often, how long, how sure: always in this order. */
export function StackFacts({ stack, repeats, scoresAs }: StackFactsProps) {
  const { repeats: words } = messages;
  const verdict = verdictOn(stack, repeats.decided);
  const rejected = useMemo(() => countRejected(stack, repeats.rejected), [stack, repeats.rejected]);
  const already = verdict === null ? rejected : 0;
  const spared = verdict === 'rejected' ? (repeats.decided.get(stack.id)?.spared.length ?? 0) : 0;
  return (
    <div className={styles.facts}>
      <div className={styles.head}>
        <CategoryMark category={categoryOf(stack)} />
        <strong>{categoryName(stack)}</strong>
        <VerdictTag verdict={verdict} />
      </div>
      <FileName name={cameraName(stack.camera)} className={styles.camera} />
      <p className={styles.count}>{words.boxesInImages(stack.count, stack.images)}</p>
      <p>{shareText(stack)}</p>
      <p>{timesText(stack) ?? words.noTimes}</p>
      <p>{confText(stack, scoresAs)}</p>
      {already > 0 && <p className={styles.remark}>{words.already(already, stack.count)}</p>}
      {spared > 0 && <p className={styles.remark}>{words.sparedOf(spared)}</p>}
    </div>
  );
}
