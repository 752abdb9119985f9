import type { ComparisonSummary } from '../../../domain/comparison/comparison-summary';
import { compareMessages } from '../../messages/compare-messages';
import { formatNumber } from '../../shared/format/number-format';
import { NumberTable } from '../../shared/number-table';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './number-spreads.module.css';

const NUMBERS = ['score', 'conf', 'bbox'] as const;
const PARTS = ['median', 'p95', 'max'] as const;

/** How far the numbers of both are apart where they speak of the same. */
export function NumberSpreads({ summary }: { readonly summary: ComparisonSummary }) {
  const { spreads } = compareMessages;
  return (
    <Panel title={spreads.title}>
      <div className={styles.scroll} role="group" aria-label={spreads.title} tabIndex={0}>
        <NumberTable
          columns={[spreads.of, spreads.count, ...PARTS.map((part) => spreads[part])]}
          rows={NUMBERS.map((name) => {
            const spread = summary[name];
            const parts = PARTS.map((part) => (spread === null ? '–' : spreads.number(spread[part])));
            return { key: name, name: spreads[name], numbers: [formatNumber(spread?.count ?? 0), ...parts] };
          })}
        />
      </div>
      <p className={text.hint}>{spreads.text}</p>
    </Panel>
  );
}
