import type { ReactNode } from 'react';
import styles from './number-table.module.css';

export interface NumberTableProps {
  /** What the table is of, where no heading says it. */
  readonly label?: string;
  /** Heading of the names, then one for each column of numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly NumberRow[];
}

export interface NumberRow {
  readonly key: string;
  readonly name: ReactNode;
  /** As they are written, in the order of the columns. */
  readonly numbers: readonly ReactNode[];
}

/** Names, each with numbers that line up below their headings. */
export function NumberTable({ label, columns: [names, ...columns], rows }: NumberTableProps) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{names}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.number}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, numbers }) => (
          <tr key={key}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            {numbers.map((number, index) => (
              <td key={columns[index]} className={styles.number}>
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
