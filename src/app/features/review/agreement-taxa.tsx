import { useState } from 'react';
import type { AgreementTaxon } from '../../../domain/review-modes/find-agreement';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { formatNumber } from '../../shared/format/number-format';
import { KindMark } from '../../shared/images/kind-mark';
import { readLabel } from '../../shared/images/read-label';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import styles from './agreement-table.module.css';
import { formatShare } from './format-share';
import { taxonName } from './judged-images';

const words = reviewModeMessages.agreement;
const FIRST = 15;
const MORE = 100;

/** Of each name, how often the machine was right with it and how often it found it. */
export function AgreementTaxa({ taxa }: { readonly taxa: readonly AgreementTaxon[] }) {
  const [count, setCount] = useState(FIRST);
  const left = taxa.length - count;
  const { columns } = words;
  return (
    <Panel title={words.taxa}>
      <p className={text.hint}>{words.precisionHint}</p>
      <div className={styles.scroll} role="group" aria-label={words.scroll(words.taxa)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              {(['machine', 'human', 'both', 'precision', 'recall'] as const).map((name) => (
                <th key={name} scope="col" className={styles.number}>
                  {columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {taxa.slice(0, count).map((taxon) => (
              <TaxonRow key={taxon.taxon} taxon={taxon} />
            ))}
          </tbody>
        </table>
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

function TaxonRow({ taxon }: { readonly taxon: AgreementTaxon }) {
  const { machine, human, both, precision, recall } = taxon;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <span className={styles.label}>
          <KindMark kind={readLabel(taxon.label).kind} size={14} />
          {taxonName(taxon)}
        </span>
      </th>
      {[machine, human, both].map((value, index) => (
        <td key={index} className={styles.number}>
          {formatNumber(value)}
        </td>
      ))}
      {[precision, recall].map((value, index) => (
        <td key={index} className={styles.number}>
          {value === null ? <NoValue /> : formatShare(value)}
        </td>
      ))}
    </tr>
  );
}

function NoValue() {
  return (
    <>
      <span aria-hidden>–</span>
      <span className={text.visuallyHidden}>{words.noKappa}</span>
    </>
  );
}
