import type { ComparisonSummary } from '../../../domain/comparison/comparison-summary';
import { messages } from '../../messages';
import { formatNumber } from '../../shared/format/number-format';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './tables.module.css';

const NUMBERS = ['score', 'conf', 'bbox'] as const;

/** How far the numbers of both are apart where they speak of the same. */
export function NumberSpreads({ summary }: { readonly summary: ComparisonSummary }) {
  const { spreads } = messages.compare;
  return (
    <Panel title={spreads.title}>
      <div className={styles.scroll} role="group" aria-label={spreads.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{spreads.of}</th>
              <th scope="col" className={styles.number}>
                {spreads.count}
              </th>
              <th scope="col" className={styles.number}>
                {spreads.median}
              </th>
              <th scope="col" className={styles.number}>
                {spreads.p95}
              </th>
              <th scope="col" className={styles.number}>
                {spreads.max}
              </th>
            </tr>
          </thead>
          <tbody>
            {NUMBERS.map((name) => {
              const spread = summary[name];
              return (
                <tr key={name}>
                  <th scope="row" className={styles.name}>
                    {spreads[name]}
                  </th>
                  <td className={styles.number}>{formatNumber(spread?.count ?? 0)}</td>
                  {(['median', 'p95', 'max'] as const).map((part) => (
                    <td key={part} className={styles.number}>
                      {spread === null ? '–' : spreads.number(spread[part])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={text.hint}>{spreads.text}</p>
    </Panel>
  );
}
