import type { ComparisonSummary } from '../../../domain/comparison/comparison-summary';
import { messages } from '../../messages';
import { formatNumber } from '../../shared/format/number-format';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './tables.module.css';

const CATEGORIES: Readonly<Record<string, string>> = messages.common.categories;

/** Boxes that both have, and those that one has alone, by category. */
export function BoxCounts({ summary }: { readonly summary: ComparisonSummary }) {
  const { boxes } = messages.compare;
  return (
    <Panel title={boxes.title}>
      {summary.boxes.length === 0 ? (
        <p className={text.secondary}>{boxes.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{boxes.category}</th>
              <th scope="col" className={styles.number}>
                {boxes.matched}
              </th>
              <th scope="col" className={styles.number}>
                {boxes.onlyHere}
              </th>
              <th scope="col" className={styles.number}>
                {boxes.onlyThere}
              </th>
            </tr>
          </thead>
          <tbody>
            {summary.boxes.map(({ category, matched, onlyInA, onlyInB }) => (
              <tr key={category}>
                <th scope="row" className={styles.name}>
                  {Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : category}
                </th>
                <td className={styles.number}>{formatNumber(matched)}</td>
                <td className={styles.number}>{formatNumber(onlyInA)}</td>
                <td className={styles.number}>{formatNumber(onlyInB)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
