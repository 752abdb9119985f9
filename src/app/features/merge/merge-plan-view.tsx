import { Combine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MergeChoice } from '../../../domain/merge-facts';
import { mergeMessages } from '../../messages/merge-messages';
import { Button } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { formatNumber } from '../../shared/format/number-format';
import { Panel } from '../../shared/panel';
import { PathList } from '../../shared/path-list';
import text from '../../shared/text.module.css';
import { choiceOf, type MergePlan, type MergeView } from '../../state/merge-view';
import { ConflictList } from './conflict-list';
import styles from './merge-plan-view.module.css';

export interface MergePlanViewProps {
  readonly view: Extract<MergeView, { step: 'offered' }>;
  /** Null = for all conflicts. */
  readonly onChoose: (filepath: string | null, choice: MergeChoice) => void;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

const OUTCOMES = ['taken', 'equal', 'less', 'conflicts', 'unknown', 'reviews'] as const;

/** What a merge would do, its conflicts, and the button that does it. */
export function MergePlanView({ view, onChoose, onApply, onCancel }: MergePlanViewProps) {
  const { plan, choices } = view;
  const { plan: words } = mergeMessages;
  const taken = plan.conflicts.filter(({ filepath }) => choiceOf(choices, filepath) === 'theirs').length;
  const count = plan.counts.taken + taken;
  const changesNothing = count + plan.counts.reviews === 0;
  const heading = useRef<HTMLDivElement>(null);
  // The plan replaces what had the focus.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div ref={heading} tabIndex={-1} className={styles.focus}>
        <Panel title={words.title} icon={Combine} isRoomy>
          <Source plan={plan} />
          <Outcomes plan={plan} />
          {plan.unknown.length > 0 && <PathList title={words.unknownList} paths={plan.unknown} />}
        </Panel>
      </div>
      {plan.conflicts.length > 0 && <ConflictList plan={plan} choices={choices} onChoose={onChoose} />}
      <div className={styles.foot}>
        <Button
          variant="primary"
          aria-disabled={changesNothing || undefined}
          onClick={changesNothing ? undefined : onApply}
        >
          {count === 0 && plan.counts.reviews > 0 ? words.applyReviews(plan.counts.reviews) : words.apply(count)}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
        {changesNothing && <p className={text.secondary}>{words.nothing}</p>}
      </div>
    </>
  );
}

function Source({ plan }: { readonly plan: MergePlan }) {
  const { plan: words } = mergeMessages;
  const { paths, counts } = plan;
  const says = [
    paths === null || paths.method === 'none' ? words.pathsNone : words.paths(paths.prefixA, paths.prefixB),
    ...(counts.moved > 0 ? [words.moved(counts.moved)] : []),
    ...(plan.adoptedPackage === null ? [] : [words.adopts(plan.adoptedPackage)]),
  ];
  return (
    <div className={styles.source}>
      <p>
        <FileName name={plan.fileName} />
      </p>
      <p className={text.hint}>{plan.surveyName === null ? words.predictions : words.from(plan.surveyName)}</p>
      <p className={styles.says}>{says.join(' ')}</p>
    </div>
  );
}

function Outcomes({ plan }: { readonly plan: MergePlan }) {
  const { plan: words } = mergeMessages;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.outcome}</th>
          <th scope="col" className={styles.number}>
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {OUTCOMES.map((outcome) => (
          <tr key={outcome}>
            <th scope="row" className={styles.outcome}>
              {words.outcomes[outcome]} <span className={text.quiet}>{words.means[outcome]}</span>
            </th>
            <td className={styles.number}>{formatNumber(plan.counts[outcome])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
