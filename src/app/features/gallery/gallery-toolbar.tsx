import { SlidersHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import type { ScoreFormat } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import { countFilters, IMAGE_SORTS, type ImageFilter, type ImageSort } from '../../shared/images/image-filter';
import type { GroupNode } from '../../shared/images/image-groups';
import { Select } from '../../shared/select';
import { Slider } from '../../shared/slider';
import text from '../../shared/text.module.css';
import type { GalleryView } from '../../state/gallery-view';
import { FilterChips } from './filter-chips';
import styles from './gallery-toolbar.module.css';

export interface GalleryToolbarProps {
  readonly view: GalleryView;
  readonly tree: readonly GroupNode[];
  readonly shown: number;
  readonly total: number;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly eventName: string;
  /** On narrow screens: the filters, on their own page behind a button. */
  readonly filterPanel: ReactNode;
  readonly onFilter: (part: Partial<ImageFilter>) => void;
  readonly onClear: () => void;
  readonly onSort: (sort: ImageSort) => void;
  readonly onSize: (size: number) => void;
}

export function GalleryToolbar(props: GalleryToolbarProps) {
  const { view, tree, shown, total, scoresAs, thumbnailSize, filterPanel, onFilter, onClear, onSort, onSize } = props;
  const { gallery } = messages;
  return (
    <div className={styles.toolbar}>
      <p className={styles.count} aria-hidden>
        {gallery.shownOf(shown, total)}
      </p>
      <p role="status" className={text.visuallyHidden}>
        {gallery.shownOfAtLength(shown, total)}
      </p>
      {filterPanel !== null && <FilterPage panel={filterPanel} filter={view.filter} shown={shown} onClear={onClear} />}
      <div className={styles.chips}>
        <FilterChips
          filter={view.filter}
          tree={tree}
          scoresAs={scoresAs}
          eventName={props.eventName}
          onFilter={onFilter}
          onClear={onClear}
        />
      </div>
      <div className={styles.size}>
        <Slider<number>
          labels={[gallery.size]}
          value={thumbnailSize}
          min={120}
          max={360}
          step={8}
          largeStep={40}
          onChange={onSize}
          formatValue={(value) => `${formatNumber(value)} px`}
        />
      </div>
      <Select<ImageSort>
        label={gallery.sort}
        options={IMAGE_SORTS.map((sort) => ({ value: sort, label: gallery.sorts[sort] }))}
        value={view.sort}
        onChange={onSort}
        size="small"
        className={styles.sort}
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
