import { MapPinOff } from 'lucide-react';
import { messages } from '../../messages';
import { formatExactScore, formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import { labelName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { ScoreBar } from '../../shared/score-bar';
import text from '../../shared/text.module.css';
import inspector from './inspector.module.css';
import type { TopClass, TopClasses } from './top-classes';
import styles from './top-five.module.css';

export interface TopFiveProps {
  readonly top: TopClasses;
  /** The label line that was concluded. */
  readonly deciding: string | null;
  readonly scoresAs: ScoreFormat;
}

export function TopFive({ top, deciding, scoresAs }: TopFiveProps) {
  const { image } = messages;
  return (
    <section className={inspector.section}>
      <div className={inspector.sectionHead}>
        <h3>{image.saw}</h3>
        <span className={inspector.aside}>{top.crop === 'image' ? image.cropWhole : image.cropOf}</span>
      </div>
      <ol className={styles.list}>
        {top.classes.map((entry, rank) => (
          <Row
            key={entry.label}
            entry={entry}
            rank={rank + 1}
            isDeciding={entry.label === deciding}
            scoresAs={scoresAs}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly entry: TopClass;
  readonly rank: number;
  readonly isDeciding: boolean;
  readonly scoresAs: ScoreFormat;
}

function Row({ entry, rank, isDeciding, scoresAs }: RowProps) {
  const label = readLabel(entry.label);
  const name = labelName(label.kind, label);
  const isBlocked = entry.fence !== null;
  return (
    <li className={styles.row}>
      <span className={styles.rank} aria-hidden>
        {rank}
      </span>
      <span className={text.ellipsis} title={label.scientificName || name}>
        {name}
      </span>
      <span title={isBlocked ? messages.image.blocked : undefined}>
        {isBlocked && (
          <>
            <Icon of={MapPinOff} />
            <span className={text.visuallyHidden}>{messages.image.blocked}</span>
          </>
        )}
      </span>
      <ScoreBar value={entry.score} kind={isBlocked ? 'blocked' : 'score'} isDeciding={isDeciding} />
      <span className={styles.score} title={formatExactScore(entry.score)}>
        {formatScore(entry.score, scoresAs)}
      </span>
    </li>
  );
}
