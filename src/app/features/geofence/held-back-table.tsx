import { MapPinCheck } from 'lucide-react';
import { Link } from 'wouter';
import { scientificNameOf } from '../../../domain/label';
import type { Taxonomy } from '../../../domain/taxonomy';
import type { HeldBackGroup } from '../../../pipeline/held-back-groups';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { classNames } from '../../shared/class-names';
import { formatNumber } from '../../shared/format/number-format';
import { lineName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { NO_FILTER } from '../../shared/images/image-filter';
import { placeName } from '../../shared/place/country-names';
import { Tag } from '../../shared/tag';
import text from '../../shared/text.module.css';
import { changeGalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import { taxonNames } from './own-rules';
import styles from './table.module.css';
import { TaxonName } from './taxon-name';
import { useFirst } from './use-first';

export interface HeldBackTableProps {
  readonly surveyId: string;
  readonly groups: readonly HeldBackGroup[];
  readonly taxonomy: Taxonomy;
  readonly hasAnimals: boolean;
  readonly onAllow: (group: HeldBackGroup) => void;
}

/** One row for each first choice and place: how often, why, what stands instead. A row leads to its images. */
export function HeldBackTable({ surveyId, groups, taxonomy, hasAnimals, onAllow }: HeldBackTableProps) {
  const { held } = messages.geofence;
  const { shown, more, showMore } = useFirst(groups);
  return (
    <>
      <table className={styles.table}>
        <caption className={text.visuallyHidden}>{held.title}</caption>
        <thead>
          <tr>
            <th scope="col">{held.firstChoice}</th>
            <th scope="col" className={styles.number}>
              {held.images}
            </th>
            {hasAnimals && (
              <th scope="col" className={styles.number}>
                {held.animals}
              </th>
            )}
            <th scope="col">{held.why}</th>
            <th scope="col">{held.became}</th>
            <th scope="col">
              <span className={text.visuallyHidden}>{held.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <Row key={keyOf(group)} {...{ surveyId, group, taxonomy, hasAnimals, onAllow }} />
          ))}
        </tbody>
      </table>
      {more > 0 && <Button onClick={showMore}>{held.showMore(more)}</Button>}
    </>
  );
}

interface RowProps extends Omit<HeldBackTableProps, 'groups'> {
  readonly group: HeldBackGroup;
}

function Row({ surveyId, group, taxonomy, hasAnimals, onAllow }: RowProps) {
  const { held } = messages.geofence;
  const { label, images, animals, place } = group;
  const name = lineName(label);
  const { scientificName } = readLabel(label);
  return (
    <tr>
      <td className={styles.wide}>
        <Link
          to={routes.gallery(surveyId)}
          className={styles.link}
          onClick={() => changeGalleryView(surveyId, { filter: { ...NO_FILTER, heldBack: { label, place } } })}
        >
          <TaxonName name={name} scientificName={scientificName === name ? '' : scientificName} />
          <span className={text.visuallyHidden}>{held.show(images)}</span>
        </Link>
      </td>
      <td className={styles.number}>
        <span className={styles.phoneLabel}>{held.images}: </span>
        {formatNumber(images)}
      </td>
      {hasAnimals && (
        <td className={styles.number}>
          <span className={styles.phoneLabel}>{held.animals}: </span>
          {formatNumber(animals)}
        </td>
      )}
      <td className={styles.wide}>
        <Why group={group} taxonomy={taxonomy} />
      </td>
      <td className={styles.wide}>
        <span className={styles.phoneLabel}>{held.became}: </span>
        <Became group={group} />
      </td>
      <td className={classNames(styles.wide, styles.actions)}>
        <Button
          size="small"
          icon={MapPinCheck}
          aria-label={held.allowLong(name, placeName(place))}
          onClick={() => onAllow(group)}
        >
          {held.allow}
        </Button>
      </td>
    </tr>
  );
}

function Why({ group, taxonomy }: { readonly group: HeldBackGroup; readonly taxonomy: Taxonomy }) {
  const { held } = messages.geofence;
  const { fence, place } = group;
  // A rule for the whole country names the country, also where the state is known.
  const isAboutRegion = fence.reason === 'region-blocked' || fence.reason === 'region-not-allowed';
  const where = placeName(isAboutRegion ? place : { ...place, admin1Region: null });
  if (fence.origin === 'release') return <span className={styles.why}>{held.release[fence.reason](where)}</span>;
  return (
    <span className={styles.why}>
      <Tag>{held.ownRule}</Tag>
      {held.own(taxonNames(fence.taxon, taxonomy).name, where)}
    </span>
  );
}

const SHOWN_TARGETS = 3;

function Became({ group: { became } }: { readonly group: HeldBackGroup }) {
  const { held } = messages.geofence;
  const others = became.slice(SHOWN_TARGETS);
  return (
    <ul className={styles.targets}>
      {became.slice(0, SHOWN_TARGETS).map(({ label, images }) => (
        <li key={label} title={scientificNameOf(label)}>
          {lineName(label)} <span className={styles.count}>{formatNumber(images)}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li title={others.map(({ label, images }) => held.becameCount(lineName(label), images)).join('\n')}>
          {held.moreTargets(others.length)}
        </li>
      )}
    </ul>
  );
}

const keyOf = ({ label, place }: HeldBackGroup) => JSON.stringify([label, place.country, place.admin1Region]);
