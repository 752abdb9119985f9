import { useState } from 'react';
import type { AgreementTaxon } from '../../../domain/review-modes/find-agreement';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { formatNumber } from '../../shared/format/number-format';
import { KindName } from '../../shared/images/kind-name';
import { readLabel } from '../../shared/images/read-label';
import { NumberTable, type NumberRow } from '../../shared/number-table';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './agreement-table.module.css';
import { formatShare } from './format-share';
import { taxonName } from './judged-images';

const words = reviewModeMessages.agreement;
const FIRST = 15;
const MORE = 100;
const COLUMNS = ['machine', 'human', 'both', 'precision', 'recall'] as const;

/** Of each name, how often the machine was right with it and how often it found it. */
export function AgreementTaxa({ taxa }: { readonly taxa: readonly AgreementTaxon[] }) {
  const [count, setCount] = useState(FIRST);
  const left = taxa.length - count;
  const { columns } = words;
  return (
    <Panel title={words.taxa}>
      <p className={text.hint}>{words.precisionHint}</p>
      <div className={styles.scroll} role="group" aria-label={words.scroll(words.taxa)} tabIndex={0}>
        <NumberTable
          columns={[columns.name, ...COLUMNS.map((name) => columns[name])]}
          rows={taxa.slice(0, count).map(rowOf)}
        />
      </div>
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

function rowOf(agreement: AgreementTaxon): NumberRow {
  const { taxon, label, machine, human, both, precision, recall } = agreement;
  return {
    key: taxon,
    name: <KindName kind={readLabel(label).kind}>{taxonName(agreement)}</KindName>,
    numbers: [
      ...[machine, human, both].map((count) => formatNumber(count)),
      ...[precision, recall].map((value) => (value === null ? <NoValue /> : formatShare(value))),
    ],
  };
}

function NoValue() {
  return (
    <>
      <span aria-hidden>–</span>
      <span className={text.visuallyHidden}>{words.noKappa}</span>
    </>
  );
}
