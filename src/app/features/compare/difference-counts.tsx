import { Images } from 'lucide-react';
import { useMemo, useState } from 'react';
import { DEFAULT_COMPARISON_RULES, type DifferenceKind } from '../../../domain/comparison/compare-images';
import { compareMessages } from '../../messages/compare-messages';
import { Button } from '../../shared/button';
import { formatScore } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import { differingPaths, type DiffersFilter } from '../../shared/images/differs-filter';
import tableStyles from '../../shared/number-table.module.css';
import { Panel } from '../../shared/panel';
import { Slider } from '../../shared/slider';
import text from '../../shared/text.module.css';
import type { Comparison } from '../../state/comparison-view';
import styles from './difference-counts.module.css';
import { DIFFERENCE_ORDER } from './difference-order';

export interface DifferenceCountsProps {
  readonly comparison: Comparison;
  readonly onShow: (filter: DiffersFilter) => void;
}

const { scoreTolerance, confTolerance, bboxTolerance } = DEFAULT_COMPARISON_RULES;

/** How many images differ in what, each with its way to the gallery. */
export function DifferenceCounts({ comparison, onShow }: DifferenceCountsProps) {
  const { differences } = compareMessages;
  const { counts } = comparison.review.summary;
  const [scoreAbove, setScoreAbove] = useState(scoreTolerance);
  const scores = useMemo(
    () => differingPaths(comparison, { what: 'score', above: scoreAbove }).size,
    [comparison, scoreAbove],
  );
  return (
    <Panel title={differences.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{differences.kind}</th>
            <th scope="col" className={tableStyles.number}>
              {differences.count}
            </th>
            <th scope="col">
              <span className={text.visuallyHidden}>{differences.show}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {DIFFERENCE_ORDER.map((kind) => (
            <KindRow
              key={kind}
              kind={kind}
              count={kind === 'score' ? scores : counts[kind]}
              onShow={() => {
                const filter = filterOf(kind, scoreAbove);
                if (filter !== null) onShow(filter);
              }}
            />
          ))}
        </tbody>
      </table>
      {counts.score > 0 && (
        <div className={styles.score}>
          <span>{differences.scoreAbove}</span>
          <Slider<number>
            labels={[differences.scoreAbove]}
            value={scoreAbove}
            min={scoreTolerance}
            max={1}
            step={0.01}
            largeStep={0.1}
            onChange={setScoreAbove}
            formatValue={formatScore}
          />
          <span className={text.numeric}>{formatScore(scoreAbove)}</span>
        </div>
      )}
      <p className={text.hint}>{differences.rules(scoreTolerance, confTolerance, bboxTolerance)}</p>
    </Panel>
  );
}

interface KindRowProps {
  readonly kind: DifferenceKind;
  readonly count: number;
  readonly onShow: () => void;
}

function KindRow({ kind, count, onShow }: KindRowProps) {
  const { differences } = compareMessages;
  const name = differences.kinds[kind];
  return (
    <tr>
      <th scope="row" className={tableStyles.name}>
        {name}
      </th>
      <td className={tableStyles.number}>{formatNumber(count)}</td>
      <td className={styles.act}>
        {count > 0 && kind !== 'only-in-b' && (
          <Button size="small" variant="quiet" icon={Images} aria-label={differences.showOf(name)} onClick={onShow}>
            {differences.show}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Images that are only in the file are nowhere here. */
function filterOf(kind: DifferenceKind, scoreAbove: number): DiffersFilter | null {
  if (kind === 'only-in-b') return null;
  if (kind === 'only-in-a') return { what: 'only-here' };
  return kind === 'score' ? { what: kind, above: scoreAbove } : { what: kind };
}
