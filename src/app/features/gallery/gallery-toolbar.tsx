import { SlidersHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import type { ScoreFormat } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import { countFilters, type ImageFilter } from '../../shared/images/image-filter';
import type { GroupNode } from '../../shared/images/image-groups';
import { Segmented } from '../../shared/segmented';
import { Select } from '../../shared/select';
import { Slider } from '../../shared/slider';
import text from '../../shared/text.module.css';
import type { GalleryLook } from '../../state/gallery-query';
import { FilterChips } from './filter-chips';
import styles from './gallery-toolbar.module.css';
import { SIZE_STEP, SMALLEST, LARGEST } from './tile-size';
import {
  GROUPINGS,
  IMAGE_SORTS,
  TILE_KINDS,
  type Grouping,
  type ImageSort,
  type TileKind,
} from '../../shared/gallery/list-look';

export interface GalleryToolbarProps {
  readonly look: GalleryLook;
  readonly tree: readonly GroupNode[];
  readonly shown: number;
  readonly total: number;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly eventName: string;
  /** On narrow screens: the filters, on their own page behind a button. */
  readonly filterPanel: ReactNode;
  /** Saved views. */
  readonly views: ReactNode;
  /** Opens and closes all groups; null without groups. */
  readonly groupButton: ReactNode;
  readonly onFilter: (part: Partial<ImageFilter>) => void;
  readonly onClear: () => void;
  readonly onLook: (change: Partial<GalleryLook>) => void;
  readonly onSize: (size: number) => void;
}

/** How many are shown, of what, in which order; the chips have a line of their own when there are any. */
export function GalleryToolbar(props: GalleryToolbarProps) {
  const { look, tree, shown, total, scoresAs, thumbnailSize, filterPanel, onFilter, onClear, onLook, onSize } = props;
  const { gallery, galleryList } = messages;
  return (
    <div className={styles.toolbar}>
      <div className={styles.line}>
        <p className={styles.count} aria-hidden>
          {gallery.shownOf(shown, total)}
        </p>
        <p role="status" className={text.visuallyHidden}>
          {gallery.shownOfAtLength(shown, total)}
        </p>
        {filterPanel !== null && (
          <FilterPage panel={filterPanel} filter={look.filter} shown={shown} onClear={onClear} />
        )}
        {props.views}
        <span className={styles.space} />
        <Segmented<TileKind>
          label={galleryList.tiles}
          segments={TILE_KINDS.map((value) => ({ value, label: galleryList.tileKinds[value] }))}
          value={look.tile}
          onChange={(tile) => onLook({ tile })}
          size="small"
        />
        <div className={styles.size}>
          <Slider<number>
            labels={[gallery.size]}
            value={thumbnailSize}
            min={SMALLEST}
            max={LARGEST}
            step={SIZE_STEP}
            largeStep={SIZE_STEP * 5}
            onChange={onSize}
            formatValue={(value) => `${formatNumber(value)} px`}
          />
        </div>
        {props.groupButton}
        <Select<Grouping>
          label={galleryList.grouping}
          options={GROUPINGS.map((value) => ({ value, label: galleryList.groupings[value] }))}
          value={look.grouping}
          onChange={(grouping) => onLook({ grouping })}
          size="small"
          className={styles.select}
        />
        <Select<ImageSort>
          label={gallery.sort}
          options={IMAGE_SORTS.map((value) => ({ value, label: gallery.sorts[value] }))}
          value={look.sort}
          onChange={(sort) => onLook({ sort })}
          size="small"
          className={styles.select}
        />
      </div>
      <FilterChips
        filter={look.filter}
        tree={tree}
        scoresAs={scoresAs}
        eventName={props.eventName}
        onFilter={onFilter}
        onClear={onClear}
      />
    </div>
  );
}

interface FilterPageProps {
  readonly panel: ReactNode;
  readonly filter: ImageFilter;
  readonly shown: number;
  readonly onClear: () => void;
}

function FilterPage({ panel, filter, shown, onClear }: FilterPageProps) {
  const [isOpen, setOpen] = useState(false);
  const { gallery } = messages;
  const count = countFilters(filter);
  return (
    <>
      <Button icon={SlidersHorizontal} size="small" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {count === 0 ? gallery.filters : gallery.filtersWith(count)}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={gallery.filters}
        size="large"
        footer={
          <>
            <Button onClick={onClear} aria-disabled={count === 0}>
              {gallery.clearAll}
            </Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              {gallery.showImages(shown)}
            </Button>
          </>
        }
      >
        {panel}
      </Dialog>
    </>
  );
}
