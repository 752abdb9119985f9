import { FilterX, ImageOff, LoaderCircle, PawPrint } from 'lucide-react';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { Button, LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import type { ScoreFormat } from '../../shared/format/format-score';
import { formatPercent } from '../../shared/format/number-format';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { countFilters, withoutLastFilter, type ImageFilter } from '../../shared/images/image-filter';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import type { GalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import { GalleryGrid } from './gallery-grid';
import { GalleryReview } from './gallery-review';
import { listKeyOf } from './place-in-list';
import { nextSize } from './tile-size';
import { whatIsShown } from './what-is-shown';

export interface GalleryContentProps {
  readonly open: OpenSurvey;
  /** Null while there are no images. */
  readonly list: GalleryList | null;
  readonly view: GalleryView;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly onView: (change: Partial<GalleryView>) => void;
  readonly onFilter: (part: Partial<ImageFilter>) => void;
  readonly onClear: () => void;
}

/** The grid, or why there is none. */
export function GalleryContent(props: GalleryContentProps) {
  const { open, list, view, scoresAs, thumbnailSize, onView, onFilter, onClear } = props;
  const actions = useActions();
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  if (open.images.length === 0 || list === null) return <NoImages open={open} />;
  const shown = whatIsShown(list, view.filter);
  if (shown === 'nothing') return null;
  if (shown === 'reading') return <Reading fraction={open.loading} />;
  if (shown === 'no-match')
    return <NoMatch filter={view.filter} total={open.images.length} onFilter={onFilter} onClear={onClear} />;
  if (shown === 'no-crops') return <NoCrops onShowImages={() => onView({ tile: 'images' })} />;
  return (
    <GalleryReview
      open={open}
      list={list}
      active={view.active}
      onActive={(active) => onView({ active, top: view.top })}
    >
      {(selection, { onHeader, onConfirm }) => (
        <GalleryGrid
          list={list}
          selection={selection}
          onHeader={onHeader}
          onConfirm={onConfirm}
          active={view.active}
          top={view.top}
          listKey={listKeyOf(list)}
          closed={view.closed}
          scoresAs={scoresAs}
          thumbnailSize={thumbnailSize}
          loadPreview={loadPreview}
          onActive={(active) => onView({ active, top: view.top })}
          onTop={(top) => {
            // The image at which the list was left may be among those that are not here yet.
            if (!list.question.isPart) onView({ top });
          }}
          onOpen={(filepath) => navigate(routes.image(surveyId, filepath))}
          onClosed={(closed) => onView({ closed })}
          onOnly={(part) =>
            onView({ filter: { ...view.filter, ...part }, ...('event' in part ? { tile: 'images' } : {}) })
          }
          onSize={(step) => void actions.changePreferences({ thumbnailSize: nextSize(thumbnailSize, step) })}
        />
      )}
    </GalleryReview>
  );
}

/** `fraction` is null when all was read and is being listed. */
function Reading({ fraction }: { readonly fraction: number | null }) {
  const { gallery, galleryList } = messages;
  const title = fraction === null ? galleryList.working : gallery.loading(formatPercent(fraction));
  return <EmptyState icon={LoaderCircle} title={title} />;
}

function NoImages({ open }: { readonly open: OpenSurvey }) {
  const { gallery } = messages;
  if (open.loading !== null) return <Reading fraction={open.loading} />;
  if (open.listing.step === 'listing') {
    return <EmptyState icon={LoaderCircle} title={gallery.listing(open.listing.found)} />;
  }
  return (
    <EmptyState
      icon={ImageOff}
      title={gallery.emptyTitle}
      actions={<LinkButton to={routes.home}>{messages.shell.goHome}</LinkButton>}
    >
      {gallery.empty}
    </EmptyState>
  );
}

function NoCrops({ onShowImages }: { readonly onShowImages: () => void }) {
  const { galleryList } = messages;
  return (
    <EmptyState
      icon={PawPrint}
      title={galleryList.noCropsTitle}
      actions={<Button onClick={onShowImages}>{galleryList.showImages}</Button>}
    >
      {galleryList.noCrops}
    </EmptyState>
  );
}

interface NoMatchProps extends Pick<GalleryContentProps, 'onFilter' | 'onClear'> {
  readonly filter: ImageFilter;
  readonly total: number;
}

function NoMatch({ filter, total, onFilter, onClear }: NoMatchProps) {
  const { gallery } = messages;
  const count = countFilters(filter);
  return (
    <EmptyState
      icon={FilterX}
      title={gallery.noMatchTitle}
      actions={
        <>
          {count > 1 && <Button onClick={() => onFilter(withoutLastFilter(filter))}>{gallery.removeLast}</Button>}
          <Button onClick={onClear}>{gallery.clearAll}</Button>
        </>
      }
    >
      {gallery.noMatch(count, total)}
    </EmptyState>
  );
}
