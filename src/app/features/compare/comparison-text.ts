import { safeCsvCell } from '../../../domain/csv-cell';
import { STRICT_TOLERANCES } from '../../../domain/comparison/reference-equality';
import { messages } from '../../messages';
import { compareMessages } from '../../messages/compare-messages';
import { comparedLabelName } from '../../shared/images/compared-label';
import { DIFFERENCE_ORDER } from './difference-order';
import type { Comparison } from '../../state/comparison-view';
import { equalityWords } from './equality-words';
import { pathWords } from './path-words';

/** The comparison for a report: what was compared, then tables with tabs between their columns. */
export function comparisonText(
  about: { readonly survey: string; readonly appVersion: string },
  comparison: Comparison,
) {
  const { common } = messages;
  const compare = compareMessages;
  const { file, review } = comparison;
  const { summary, hasLabels } = review;
  const { numbers, differences, spreads, boxes, transitions, equal } = compare;
  const tolerances = STRICT_TOLERANCES[file.form];
  const row = (...cells: readonly (string | number)[]) =>
    cells.map((cell) => (typeof cell === 'number' ? cell : safeCsvCell(cell))).join('\t');
  const lines = [
    `${common.appName} ${about.appVersion}: ${compare.text.head(about.survey, file.fileName)}`,
    compare.file(file.form, file.count),
    pathWords(comparison).join(' '),
    ...equalityWords(comparison),
    equal.tolerances(tolerances.conf, tolerances.bbox, tolerances.score),
    '',
    row(numbers.compared, summary.compared),
    row(numbers.equal, summary.equal),
    row(numbers.onlyHere, summary.counts['only-in-a']),
    row(numbers.onlyThere, summary.counts['only-in-b']),
    row(
      numbers.labels,
      hasLabels && summary.labelAgreement !== null ? numbers.percent(summary.labelAgreement) : numbers.noLabels,
    ),
    '',
    row(differences.kind, differences.count),
    ...DIFFERENCE_ORDER.map((kind) => row(differences.kinds[kind], summary.counts[kind])),
    '',
    row(spreads.of, spreads.count, spreads.median, spreads.p95, spreads.max),
    ...(['score', 'conf', 'bbox'] as const).flatMap((name) => {
      const spread = summary[name];
      return spread === null ? [] : [row(spreads[name], spread.count, spread.median, spread.p95, spread.max)];
    }),
    '',
    row(boxes.category, boxes.matched, boxes.onlyHere, boxes.onlyThere),
    ...summary.boxes.map(({ category, matched, onlyInA, onlyInB }) => row(category, matched, onlyInA, onlyInB)),
    '',
    row(transitions.from, transitions.to, transitions.count),
    ...summary.transitions.map(({ from, to, count }) => row(comparedLabelName(from), comparedLabelName(to), count)),
    '',
  ];
  return lines.join('\n');
}
