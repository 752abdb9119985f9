import { Images } from 'lucide-react';
import { useState } from 'react';
import type { ComparisonSummary, LabelTransition } from '../../../domain/comparison/comparison-summary';
import { compareMessages } from '../../messages/compare-messages';
import { Button } from '../../shared/button';
import { formatNumber } from '../../shared/format/number-format';
import { comparedLabelKind, comparedLabelName } from '../../shared/images/compared-label';
import type { DiffersFilter } from '../../shared/images/differs-filter';
import { KindMark } from '../../shared/images/kind-mark';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './label-transitions.module.css';

export interface LabelTransitionsProps {
  readonly summary: ComparisonSummary;
  readonly onShow: (filter: DiffersFilter) => void;
}

const FIRST = 12;
const MORE = 100;

/** From which label to which, the most frequent first; each leads to its images. */
export function LabelTransitions({ summary, onShow }: LabelTransitionsProps) {
  const { transitions: words } = compareMessages;
  const [count, setCount] = useState(FIRST);
  const shown = summary.transitions.slice(0, count);
  const left = summary.transitions.length - shown.length;
  return (
    <Panel title={words.title} className={styles.panel}>
      {shown.length === 0 ? (
        <p className={text.secondary}>{words.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col" className={styles.number}>
                {words.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((transition) => (
              <TransitionRow
                key={JSON.stringify([transition.from, transition.to])}
                transition={transition}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      )}
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

interface TransitionRowProps {
  readonly transition: LabelTransition;
  readonly onShow: (filter: DiffersFilter) => void;
}

function TransitionRow({ transition, onShow }: TransitionRowProps) {
  const { differences, list } = compareMessages;
  const { from, to, count } = transition;
  const name = list.label(comparedLabelName(from), comparedLabelName(to));
  return (
    <tr>
      <td>
        <Label label={from} />
      </td>
      <td>
        <Label label={to} />
      </td>
      <td className={styles.number}>
        <Button
          size="small"
          variant="quiet"
          icon={Images}
          aria-label={`${differences.showOf(name)}, ${formatNumber(count)}`}
          onClick={() => onShow({ what: 'transition', from, to })}
        >
          {formatNumber(count)}
        </Button>
      </td>
    </tr>
  );
}

function Label({ label }: { readonly label: string | null }) {
  return (
    <span className={styles.label}>
      <KindMark kind={comparedLabelKind(label)} size={14} />
      {comparedLabelName(label)}
    </span>
  );
}
