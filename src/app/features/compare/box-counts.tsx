import type { ComparisonSummary } from '../../../domain/comparison/comparison-summary';
import { messages } from '../../messages';
import { compareMessages } from '../../messages/compare-messages';
import { formatNumber } from '../../shared/format/number-format';
import { NumberTable } from '../../shared/number-table';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';

const CATEGORIES: Readonly<Record<string, string>> = messages.common.categories;

/** Boxes that both have, and those that one has alone, by category. */
export function BoxCounts({ summary }: { readonly summary: ComparisonSummary }) {
  const { boxes } = compareMessages;
  return (
    <Panel title={boxes.title}>
      {summary.boxes.length === 0 ? (
        <p className={text.secondary}>{boxes.none}</p>
      ) : (
        <NumberTable
          columns={[boxes.category, boxes.matched, boxes.onlyHere, boxes.onlyThere]}
          rows={summary.boxes.map(({ category, matched, onlyInA, onlyInB }) => ({
            key: category,
            name: Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : category,
            numbers: [matched, onlyInA, onlyInB].map((count) => formatNumber(count)),
          }))}
        />
      )}
    </Panel>
  );
}
