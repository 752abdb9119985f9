import { FilterX, ImageOff, LoaderCircle } from 'lucide-react';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { Button, LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import type { ScoreFormat } from '../../shared/format/format-score';
import { formatPercent } from '../../shared/format/number-format';
import type { ImageDescription } from '../../shared/images/describe-image';
import { countFilters, type ImageFilter } from '../../shared/images/image-filter';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { routes } from '../../state/routes';
import { ImageGrid } from './image-grid';
import { withoutLastFilter } from './last-filter';

export interface GalleryContentProps {
  readonly open: OpenSurvey;
  readonly shown: readonly ImageDescription[];
  readonly filter: ImageFilter;
  readonly active: string | null;
  readonly listKey: string;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly onActive: (filepath: string) => void;
  readonly onFilter: (part: Partial<ImageFilter>) => void;
  readonly onClear: () => void;
}

/** The grid, or why there is none. */
export function GalleryContent(props: GalleryContentProps) {
  const { open, shown, filter, onFilter, onClear, ...grid } = props;
  const actions = useActions();
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  if (open.images.length === 0) return <NoImages open={open} />;
  if (shown.length === 0) {
    return <NoMatch filter={filter} total={open.images.length} onFilter={onFilter} onClear={onClear} />;
  }
  return (
    <ImageGrid
      {...grid}
      images={shown}
      loadPreview={loadPreview}
      onOpen={(filepath) => navigate(routes.image(surveyId, filepath))}
    />
  );
}

function NoImages({ open }: { readonly open: OpenSurvey }) {
  const { gallery } = messages;
  if (open.loading !== null)
    return <EmptyState icon={LoaderCircle} title={gallery.loading(formatPercent(open.loading))} />;
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

interface NoMatchProps extends Pick<GalleryContentProps, 'filter' | 'onFilter' | 'onClear'> {
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
