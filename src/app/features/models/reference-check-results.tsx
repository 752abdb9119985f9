import { ChevronRight, CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { countVerdicts, type ComparedRow, type Verdict } from '../../../domain/compared-row';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import { FileName } from '../../shared/file-name';
import { Icon } from '../../shared/icon';
import { Tag, type TagProps } from '../../shared/tag';
import textStyles from '../../shared/text.module.css';
import styles from './reference-check-results.module.css';
import { wordsOfRow, type CellWords } from './reference-check-words';

const LOOKS: Readonly<Record<Verdict, { tone: NonNullable<TagProps['tone']>; icon: LucideIcon }>> = {
  within: { tone: 'success', icon: CircleCheck },
  outside: { tone: 'danger', icon: CircleX },
  missing: { tone: 'warn', icon: CircleHelp },
};

/** Photo by photo, each with its table; open where something is not as published. */
export function ReferenceCheckResults({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const photos = useMemo(() => byPhoto(rows), [rows]);
  return (
    <ul className={styles.photos}>
      {photos.map(([photo, own]) => (
        <PhotoResults key={photo} photo={photo} rows={own} />
      ))}
    </ul>
  );
}

function PhotoResults({ photo, rows }: { readonly photo: string; readonly rows: readonly ComparedRow[] }) {
  const { within, outside, missing } = countVerdicts(rows);
  const verdict = outside > 0 ? 'outside' : missing > 0 ? 'missing' : 'within';
  return (
    <li>
      <details open={verdict !== 'within'}>
        <summary className={styles.photo}>
          <Icon of={ChevronRight} size={14} className={styles.chevron} />
          <FileName name={photo} className={styles.name} />
          <span className={textStyles.quiet}>{text.withinOf(within, rows.length)}</span>
          <VerdictTag verdict={verdict} />
        </summary>
        <table className={styles.table}>
          <caption className={textStyles.visuallyHidden}>{text.resultsOf(photo)}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.what}</th>
              <th scope="col">{text.columns.published}</th>
              <th scope="col">{text.columns.here}</th>
              <th scope="col">{text.columns.difference}</th>
              <th scope="col">{text.columns.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // The rows of a photo come together and never change their order.
              <ResultRow key={index} row={row} />
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}

function ResultRow({ row }: { readonly row: ComparedRow }) {
  const { what, published, here, difference } = wordsOfRow(row);
  return (
    <tr>
      <th scope="row">{what}</th>
      <Cell label={text.columns.published} words={published} />
      <Cell label={text.columns.here} words={here} />
      <Cell label={text.columns.difference} words={{ value: difference, detail: null }} />
      <td className={styles.verdict}>
        <VerdictTag verdict={row.verdict} />
      </td>
    </tr>
  );
}

/** On a narrow screen the table's head is gone and each cell says what it is. */
function Cell({ label, words }: { readonly label: string; readonly words: CellWords }) {
  return (
    <td className={textStyles.numeric}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {words.value}
      {words.detail !== null && <span className={styles.detail}>{words.detail}</span>}
    </td>
  );
}

function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  const { tone, icon } = LOOKS[verdict];
  return (
    <Tag tone={tone} icon={icon}>
      {text.verdicts[verdict]}
    </Tag>
  );
}

function byPhoto(rows: readonly ComparedRow[]): readonly (readonly [string, readonly ComparedRow[]])[] {
  const photos = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    const own = photos.get(row.photo);
    if (own === undefined) photos.set(row.photo, [row]);
    else own.push(row);
  }
  return [...photos];
}
