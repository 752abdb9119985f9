import type { NameMatch } from '../../../domain/labels/match-names';
import { labelMessages } from '../../messages/label-messages';
import { Note } from '../../shared/note';
import textStyles from '../../shared/text.module.css';
import type { NameReading } from '../../state/label-book';
import styles from './names-panel.module.css';

export interface NameReportProps {
  readonly reading: NameReading;
  /** Of the table that is shown; null = nothing to compare. */
  readonly match: NameMatch | null;
  readonly isShown: boolean;
  readonly hasPackage: boolean;
}

/** So many lines help to find a mistake; more are no help. */
const LISTED = 50;

/** What a file brought, which of its rows were left out, and how the names fit the package. */
export function NameReport({ reading, match, isShown, hasPackage }: NameReportProps) {
  const words = labelMessages.settings;
  const read = reading.step === 'read' ? reading : null;
  const count = read?.lists.reduce((sum, list) => sum + list.count, 0) ?? 0;
  return (
    <>
      <div role="status" className={styles.report}>
        {reading.step === 'reading' && <p>{words.reading}</p>}
        {read !== null && <Note>{words.readReport(count, read.fileName)}</Note>}
        {match !== null && <p className={textStyles.hint}>{words.match(match.named, match.named + match.unnamed)}</p>}
        {isShown && !hasPackage && <p className={textStyles.hint}>{words.noPackage}</p>}
      </div>
      {read !== null && read.problems.length > 0 && (
        <Lines
          title={words.leftOut(read.problems.length)}
          lines={read.problems.map(({ line, problem, text }) => [
            words.rowProblem(line, words.rowProblems[problem]),
            text,
          ])}
        />
      )}
      {match !== null && match.unmatched.length > 0 && (
        <Lines
          title={words.unmatched(match.unmatched.length)}
          lines={match.unmatched.map(({ taxon, name }) => [name, taxon])}
        />
      )}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  /** What it is, and the text it is about. */
  readonly lines: readonly (readonly [string, string])[];
}

function Lines({ title, lines }: LinesProps) {
  return (
    <details className={styles.details}>
      <summary>{title}</summary>
      <ul className={styles.lines}>
        {lines.slice(0, LISTED).map(([what, text], index) => (
          <li key={index}>
            {what} <bdi className={textStyles.quiet}>{text}</bdi>
          </li>
        ))}
        {lines.length > LISTED && <li>{labelMessages.settings.more(lines.length - LISTED)}</li>}
      </ul>
    </details>
  );
}
