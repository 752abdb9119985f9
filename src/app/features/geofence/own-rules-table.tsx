import { Trash2 } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { classNames } from '../../shared/class-names';
import { formatNumber } from '../../shared/format/number-format';
import { IconButton } from '../../shared/icon-button';
import { placeName } from '../../shared/place/country-names';
import { Tag } from '../../shared/tag';
import text from '../../shared/text.module.css';
import type { OwnRule } from './own-rules';
import styles from './table.module.css';
import { TaxonName } from './taxon-name';
import { useFirst } from './use-first';

export interface OwnRulesTableProps {
  readonly rules: readonly OwnRule[];
  readonly onRemove: (index: number) => void;
}

/** The own list in its order, the newest last, because the later rule wins. */
export function OwnRulesTable({ rules, onRemove }: OwnRulesTableProps) {
  const { own, held } = messages.geofence;
  const { shown, more, showMore } = useFirst(rules);
  return (
    <>
      <table className={styles.table}>
        <caption className={text.visuallyHidden}>{own.title}</caption>
        <thead>
          <tr>
            <th scope="col">{own.number}</th>
            <th scope="col">{own.taxon}</th>
            <th scope="col">{own.rule}</th>
            <th scope="col">{own.place}</th>
            <th scope="col">{own.state}</th>
            <th scope="col">
              <span className={text.visuallyHidden}>{own.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rule) => (
            <Row key={rule.index} rule={rule} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
      {more > 0 && <Button onClick={showMore}>{held.showMore(more)}</Button>}
    </>
  );
}

interface RowProps extends Pick<OwnRulesTableProps, 'onRemove'> {
  readonly rule: OwnRule;
}

function Row({ rule: { index, fix, name, scientificName, takenBackBy, problems }, onRemove }: RowProps) {
  const { own } = messages.geofence;
  const place = placeName(fix);
  return (
    <tr className={classNames(takenBackBy !== null && styles.gone)}>
      <td className={styles.ordinal}>
        <span className={styles.phoneLabel}>{own.number} </span>
        {formatNumber(index + 1)}
      </td>
      <td>
        <TaxonName name={name} scientificName={scientificName} />
      </td>
      <td className={styles.rule}>{own.rules[fix.rule]}</td>
      <td className={styles.where}>
        {place} <span className={styles.code}>{[fix.country, fix.admin1Region].filter(Boolean).join('-')}</span>
      </td>
      <td className={styles.wide}>
        {(problems.length > 0 || takenBackBy !== null) && (
          <span className={styles.tags}>
            {problems.map((problem) => (
              <Tag key={problem} tone="warn">
                {own.problems[problem]}
              </Tag>
            ))}
            {takenBackBy !== null && <Tag>{own.takenBack(takenBackBy + 1)}</Tag>}
          </span>
        )}
      </td>
      <td className={classNames(styles.corner, styles.actions)}>
        <IconButton
          icon={Trash2}
          size="small"
          label={own.remove(own.inWords(fix.rule, name, place))}
          onClick={() => onRemove(index)}
        />
      </td>
    </tr>
  );
}
