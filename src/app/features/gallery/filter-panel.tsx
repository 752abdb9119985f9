import { FAILURE_ORDER } from '../../../domain/failure';
import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { formatNumber } from '../../shared/format/number-format';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { NAME_ORIGINS } from '../../shared/gallery/image-facets';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { REVIEW_STATES } from '../../shared/gallery/review-states';
import type { ImageKind } from '../../shared/images/image-answer';
import { isPartSet, type ImageFilter } from '../../shared/images/image-filter';
import { findGroup, IMAGE_KINDS, type GroupNode } from '../../shared/images/image-groups';
import { KindMark } from '../../shared/images/kind-mark';
import text from '../../shared/text.module.css';
import { ChoiceList } from './choice-list';
import styles from './filter-panel.module.css';
import { FilterSection } from './filter-section';
import { FindBox } from './find-box';
import { MoreFilters } from './more-filters';
import { RangeFilter } from './range-filter';
import { SpeciesFilter } from './species-filter';
import { TimeFilter } from './time-filter';

export interface FilterPanelProps {
  readonly filter: ImageFilter;
  readonly list: GalleryList;
  readonly scoresAs: ScoreFormat;
  readonly onChange: (part: Partial<ImageFilter>) => void;
}

/** Each section narrows what the grid shows; the numbers beside its choices follow all the other sections. */
export function FilterPanel({ filter, list, scoresAs, onChange }: FilterPanelProps) {
  const { gallery, galleryFilters } = messages;
  const { counts, tree } = list;
  const animals = tree.filter(({ kind }) => kind === 'animal');
  const range = ({ least, most }: ImageFilter['score']) =>
    galleryFilters.range(formatScore(least, scoresAs), formatScore(most, scoresAs));
  return (
    <div className={styles.panel}>
      <FindBox
        label={gallery.search}
        placeholder={gallery.searchPlaceholder}
        value={filter.text}
        onChange={(next) => onChange({ text: next })}
      />
      <FilterSection title={galleryFilters.category} isOpenAtFirst>
        <ChoiceList<ImageKind>
          label={galleryFilters.category}
          choices={IMAGE_KINDS.filter((kind) => isOffered(kind, tree)).map((kind) => ({
            value: kind,
            label: <KindName kind={kind} />,
            count: counts.kinds.get(kind) ?? 0,
          }))}
          chosen={filter.kinds}
          onChange={(kinds) => onChange({ kinds })}
        />
      </FilterSection>
      <FilterSection title={galleryFilters.review} isOpenAtFirst>
        <ChoiceList
          label={galleryFilters.review}
          choices={REVIEW_STATES.map((state) => ({
            value: state,
            label: galleryFilters.reviews[state],
            count: counts.reviews.get(state) ?? 0,
          }))}
          chosen={filter.reviews}
          onChange={(reviews) => onChange({ reviews })}
        />
      </FilterSection>
      <FilterSection title={galleryFilters.species} aside={formatNumber(countLeaves(animals))} isOpenAtFirst>
        <SpeciesFilter
          tree={animals}
          counts={counts.groups}
          chosen={filter.groups}
          onChange={(groups) => onChange({ groups })}
        />
      </FilterSection>
      <FilterSection
        title={galleryFilters.score}
        aside={isPartSet(filter, 'score') ? range(filter.score) : galleryFilters.any}
        isOpenAtFirst
      >
        <RangeFilter
          labels={[galleryFilters.leastScore, galleryFilters.mostScore]}
          hint={galleryFilters.scoreHint}
          bins={counts.score}
          range={filter.score}
          scoresAs={scoresAs}
          onChange={(score) => onChange({ score })}
        />
      </FilterSection>
      <FilterSection
        title={galleryFilters.conf}
        aside={isPartSet(filter, 'conf') ? range(filter.conf) : galleryFilters.any}
        isOpenAtFirst={isPartSet(filter, 'conf')}
      >
        <RangeFilter
          labels={[galleryFilters.leastConf, galleryFilters.mostConf]}
          hint={galleryFilters.confHint}
          bins={counts.conf}
          range={filter.conf}
          scoresAs={scoresAs}
          onChange={(conf) => onChange({ conf })}
        />
      </FilterSection>
      <FilterSection title={galleryFilters.origin} isOpenAtFirst={isPartSet(filter, 'origins')}>
        <ChoiceList
          label={galleryFilters.origin}
          choices={NAME_ORIGINS.map((origin) => ({
            value: origin,
            label: galleryFilters.origins[origin],
            count: counts.origins.get(origin) ?? 0,
          }))}
          chosen={filter.origins}
          onChange={(origins) => onChange({ origins })}
        />
      </FilterSection>
      <FilterSection
        title={galleryFilters.time}
        isOpenAtFirst={isPartSet(filter, 'days') || isPartSet(filter, 'hours')}
      >
        <TimeFilter days={filter.days} hours={filter.hours} counts={counts} onChange={onChange} />
      </FilterSection>
      <FilterSection
        title={galleryFilters.folder}
        aside={formatNumber(counts.folders.size)}
        isOpenAtFirst={isPartSet(filter, 'folders')}
      >
        <ChoiceList
          label={galleryFilters.folder}
          findLabel={galleryFilters.findFolder}
          choices={[...counts.folders].map(([folder, count]) => ({
            value: folder,
            label: folder === '' ? galleryFilters.topFolder : <FileName name={folder} />,
            text: folder === '' ? galleryFilters.topFolder : folder,
            count,
          }))}
          chosen={filter.folders}
          onChange={(folders) => onChange({ folders })}
        />
      </FilterSection>
      <FilterSection
        title={galleryFilters.more}
        isOpenAtFirst={(['hasSeveral', 'isOdd', 'noneAbove'] as const).some((name) => isPartSet(filter, name))}
      >
        <MoreFilters filter={filter} counts={counts} scoresAs={scoresAs} onChange={onChange} />
      </FilterSection>
      <FilterSection title={galleryFilters.failure} isOpenAtFirst={isPartSet(filter, 'failures')}>
        <ChoiceList
          label={galleryFilters.failure}
          choices={FAILURE_ORDER.map((failure) => ({
            value: failure,
            label: galleryFilters.failures[failure],
            count: counts.failures.get(failure) ?? 0,
          }))}
          chosen={filter.failures}
          onChange={(failures) => onChange({ failures })}
        />
      </FilterSection>
      <p className={text.hint}>{galleryFilters.countsHint}</p>
    </div>
  );
}

/** What could not be read, or waits, is only offered where there is any. */
function isOffered(kind: ImageKind, tree: readonly GroupNode[]): boolean {
  return (kind !== 'failed' && kind !== 'waiting') || findGroup(tree, `:${kind}`) !== null;
}

function KindName({ kind }: { readonly kind: ImageKind }) {
  return (
    <span className={styles.kind}>
      <KindMark kind={kind} />
      {messages.images.kinds[kind]}
    </span>
  );
}

function countLeaves(tree: readonly GroupNode[]): number {
  return tree.reduce((sum, node) => sum + (node.children.length === 0 ? 1 : countLeaves(node.children)), 0);
}
