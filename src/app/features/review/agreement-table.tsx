import { useMemo, useState } from 'react';
import type { Agreement, AgreementCell, AgreementTaxon } from '../../../domain/review-modes/find-agreement';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { classNames } from '../../shared/class-names';
import { formatNumber } from '../../shared/format/number-format';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './agreement-table.module.css';
import { taxonName } from './judged-images';

const words = reviewModeMessages.agreement;
/** Names across and down at first: more fit no screen, and the rest is rare. */
const FIRST = 20;
const MORE = 20;

export interface AgreementTableProps {
  readonly agreement: Agreement;
  /** The address of the gallery with the images of a cell, by its taxa. */
  readonly hrefOf: (machine: string, human: string) => string;
}

/** Who says what of which image: it scrolls within itself, and its heads stay. */
export function AgreementTable({ agreement, hrefOf }: AgreementTableProps) {
  const [count, setCount] = useState(FIRST);
  const { taxa, cells } = agreement;
  const found = useMemo(() => new Map(cells.map((cell) => [`${cell.machine} ${cell.human}`, cell])), [cells]);
  const shown = taxa.slice(0, count);
  const rows = shown.map((taxon, number) => ({ taxon, number })).filter(({ taxon }) => taxon.machine > 0);
  const columns = shown.map((taxon, number) => ({ taxon, number })).filter(({ taxon }) => taxon.human > 0);
  const left = taxa.length - shown.length;
  return (
    <Panel title={words.table}>
      <p className={text.hint}>{words.tableHint}</p>
      <div
        className={classNames(styles.scroll, styles.matrix)}
        role="group"
        aria-label={words.scroll(words.table)}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <td className={styles.corner}>{words.corner}</td>
              {columns.map(({ taxon }) => (
                <th key={taxon.taxon} scope="col" className={styles.column}>
                  <span>{taxonName(taxon)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.taxon.taxon}>
                <th scope="row" className={styles.row}>
                  {taxonName(row.taxon)}
                </th>
                {columns.map((column) => (
                  <Cell
                    key={column.taxon.taxon}
                    cell={found.get(`${row.number} ${column.number}`)}
                    machine={row.taxon}
                    human={column.taxon}
                    hrefOf={hrefOf}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
      {left > 0 && (
        <div>
          <Button size="small" onClick={() => setCount(count + MORE)}>
            {words.more(Math.min(left, MORE))}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface CellProps {
  readonly cell: AgreementCell | undefined;
  readonly machine: AgreementTaxon;
  readonly human: AgreementTaxon;
  readonly hrefOf: AgreementTableProps['hrefOf'];
}

function Cell({ cell, machine, human, hrefOf }: CellProps) {
  if (cell === undefined) return <td className={styles.cell} />;
  return (
    <td className={styles.cell}>
      <a
        href={hrefOf(machine.taxon, human.taxon)}
        className={classNames(styles.count, styles[cell.relation])}
        aria-label={words.cell(cell.images.length, taxonName(machine), taxonName(human))}
      >
        {formatNumber(cell.images.length)}
      </a>
    </td>
  );
}

/** The frames of the numbers, in words. */
function Legend() {
  return (
    <ul className={styles.legend} aria-label={words.legend}>
      {(['same', 'wider', 'narrower', 'other'] as const).map((relation) => (
        <li key={relation}>
          <span className={classNames(styles.sample, styles[relation])} aria-hidden />
          {words.relations[relation]}
        </li>
      ))}
    </ul>
  );
}
