import { useMemo } from 'react';
import { Link } from 'wouter';
import { compareImages, DEFAULT_COMPARISON_RULES } from '../../../domain/comparison/compare-images';
import type { ComparedImage } from '../../../domain/comparison/compared-image';
import { messages } from '../../messages';
import { compareMessages } from '../../messages/compare-messages';
import { FileName } from '../../shared/file-name';
import { formatExactScore, formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { Switch } from '../../shared/switch';
import text from '../../shared/text.module.css';
import { routes } from '../../state/routes';
import type { Comparison } from '../../state/comparison-view';
import { answerRows, type AnswerRow } from './answer-rows';
import styles from './compared-answers.module.css';
import inspector from './inspector.module.css';

export interface ComparedAnswersProps {
  readonly surveyId: string;
  readonly comparison: Comparison;
  readonly filepath: string;
  readonly scoresAs: ScoreFormat;
  /** The other result's boxes are drawn on the photo. */
  readonly areBoxesShown: boolean;
  readonly onBoxes: (areShown: boolean) => void;
}

/** What this survey and the other result say of one image, side by side. */
export function ComparedAnswers(props: ComparedAnswersProps) {
  const { surveyId, comparison, filepath, scoresAs, areBoxesShown, onBoxes } = props;
  const { answers } = compareMessages;
  const mine = comparison.mine.get(filepath) ?? null;
  const theirs = theirAnswer(comparison, filepath);
  return (
    <section className={inspector.section} aria-label={answers.title}>
      <div className={inspector.sectionHead}>
        <h3>{answers.title}</h3>
        <Link to={routes.compare(surveyId)} className={styles.file} title={answers.open}>
          <FileName name={comparison.file.fileName} />
        </Link>
      </div>
      {mine === null || theirs === null ? (
        <p className={inspector.text}>{answers.notThere}</p>
      ) : (
        <>
          <Answers mine={mine} theirs={theirs} hasLabels={comparison.review.hasLabels} scoresAs={scoresAs} />
          {(theirs.detections?.length ?? 0) > 0 && (
            <Switch label={answers.theirBoxes} isOn={areBoxesShown} onChange={onBoxes} />
          )}
        </>
      )}
    </section>
  );
}

/** What the other result says of an image here; null = it does not have it. */
export function theirAnswer({ review, theirs }: Comparison, filepath: string): ComparedImage | null {
  const path = review.paths.pairs.get(filepath);
  return path === undefined ? null : (theirs.get(path) ?? null);
}

interface AnswersProps {
  readonly mine: ComparedImage;
  readonly theirs: ComparedImage;
  readonly hasLabels: boolean;
  readonly scoresAs: ScoreFormat;
}

function Answers({ mine, theirs, hasLabels, scoresAs }: AnswersProps) {
  const { answers } = compareMessages;
  const rows = useMemo(() => answerRows(mine, theirs, hasLabels), [mine, theirs, hasLabels]);
  const { differences } = useMemo(
    () => compareImages(mine, theirs, DEFAULT_COMPARISON_RULES, hasLabels),
    [mine, theirs, hasLabels],
  );
  return (
    <>
      {differences.length === 0 && <p className={inspector.text}>{answers.equal}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={text.visuallyHidden}>{answers.what}</span>
            </th>
            <th scope="col">{answers.here}</th>
            <th scope="col">{answers.there}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={row.differs ? styles.differs : undefined}>
              <th scope="row">{row.name}</th>
              <Cell value={row.here} scoresAs={scoresAs} />
              <Cell value={row.there} scoresAs={scoresAs} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Cell({ value, scoresAs }: { readonly value: AnswerRow['here']; readonly scoresAs: ScoreFormat }) {
  if (value === null) return <td className={text.quiet}>{compareMessages.answers.none}</td>;
  if (value.kind === 'text') return <td className={styles.words}>{value.text}</td>;
  const { kind, value: number, detail } = value;
  const shown = formatScore(number, scoresAs);
  return (
    <td title={formatExactScore(number)} className={text.numeric}>
      {kind === 'conf' ? messages.images.conf(shown) : shown}
      {detail !== null && <span className={styles.detail}>{detail}</span>}
    </td>
  );
}
