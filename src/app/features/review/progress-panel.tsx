import { useState } from 'react';
import { estimateTimeLeft } from '../../../domain/review-modes/estimate-time-left';
import type { ActSummary } from '../../../storage/review-store';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { formatDuration } from '../../shared/format/format-duration';
import { formatNumber } from '../../shared/format/number-format';
import { lineName } from '../../shared/images/image-words';
import { KindName } from '../../shared/images/kind-name';
import { readLabel } from '../../shared/images/read-label';
import { NumberTable } from '../../shared/number-table';
import { Panel } from '../../shared/panel';
import { ProgressBar } from '../../shared/progress-bar';
import text from '../../shared/text.module.css';
import { formatShare } from './format-share';
import styles from './overview-screen.module.css';
import { settlingActs } from './settling-acts';
import type { SpeciesProgress, SurveyProgress } from './species-progress';

const words = reviewModeMessages.progress;
const FIRST = 10;
const MORE = 50;

export interface ProgressPanelProps {
  /** Null = it is being counted. */
  readonly progress: SurveyProgress | null;
  readonly acts: readonly ActSummary[];
}

/** How many images are reviewed, how long the rest takes, and how far each species is. */
export function ProgressPanel({ progress, acts }: ProgressPanelProps) {
  const { done, total } = progress ?? { done: 0, total: 0 };
  return (
    <Panel title={words.title}>
      {progress === null ? (
        <p className={text.secondary}>{messages.common.loading}</p>
      ) : (
        <>
          <p className={styles.done}>
            <strong>{words.done(done, total)}</strong>
            <TimeLeft acts={acts} left={total - done} />
          </p>
          <ProgressBar label={words.bar} done={done} total={total} valueText={words.done(done, total)} />
          {progress.species.length > 0 && <SpeciesTable species={progress.species} />}
        </>
      )}
    </Panel>
  );
}

function TimeLeft({ acts, left }: { readonly acts: readonly ActSummary[]; readonly left: number }) {
  if (left === 0 || acts.length === 0) return null;
  const ms = estimateTimeLeft(settlingActs(acts), left);
  return <span>{ms === null ? words.noPace : words.timeLeft(formatDuration(ms / 1000))}</span>;
}

function SpeciesTable({ species }: { readonly species: readonly SpeciesProgress[] }) {
  const [count, setCount] = useState(FIRST);
  const left = species.length - count;
  const { columns } = words;
  return (
    <>
      <NumberTable
        label={words.speciesTable}
        columns={[columns.species, columns.reviewed, columns.total, columns.agreement]}
        rows={species.slice(0, count).map(({ line, done, total, same }) => ({
          key: line ?? '',
          name: (
            <KindName kind={line === null ? 'unknown' : readLabel(line).kind}>
              {line === null ? words.nothingNamed : lineName(line)}
            </KindName>
          ),
          numbers: [formatNumber(done), formatNumber(total), done === 0 ? '' : formatShare(same / done)],
        }))}
      />
      <p className={text.hint}>{words.agreementHint}</p>
      {left > 0 && (
        <div>
          <Button size="small" onClick={() => setCount(count + MORE)}>
            {words.more(Math.min(left, MORE))}
          </Button>
        </div>
      )}
    </>
  );
}
