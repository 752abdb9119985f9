import { LoaderCircle } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { messages } from '../../messages';
import { EmptyState } from '../../shared/empty-state';
import { eventNameOf } from '../../shared/images/event-name';
import { NO_FILTER } from '../../shared/images/image-filter';
import { ScreenHeading } from '../../shared/screen-heading';
import { NARROW, useMediaQuery } from '../../shared/use-media-query';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { useGalleryAddress } from '../../state/gallery-address';
import { changeGalleryView, readGalleryView, useGalleryView, type GalleryView } from '../../state/gallery-view';
import { useGalleryList } from '../../state/use-gallery-list';
import { useOpenSurvey } from '../../state/use-open-survey';
import { DiffersNote } from './differs-note';
import { FilterPanel } from './filter-panel';
import { GalleryContent } from './gallery-content';
import { GalleryNotes } from './gallery-notes';
import styles from './gallery-screen.module.css';
import { GalleryToolbar } from './gallery-toolbar';
import { GroupButton } from './group-button';
import { SavedViews } from './saved-views';

/** All images of a survey: filtered, sorted, grouped, drawn as far as they are on the screen. */
export function GalleryScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Gallery open={opened.open} /> : null;
}

function Gallery({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const { scoresAs, thumbnailSize } = useAppState((state) => state.preferences);
  const comparison = useAppState((state) => state.comparison);
  const isNarrow = useMediaQuery(NARROW);
  const surveyId = open.survey.id;
  useGalleryAddress(surveyId);
  const view = useGalleryView(surveyId);
  const list = useGalleryList(open, view);
  const { filter, sort, grouping, tile, closed } = view;

  const change = useCallback((part: Partial<GalleryView>) => changeGalleryView(surveyId, part), [surveyId]);
  const changeFilter = useCallback(
    (part: Partial<GalleryView['filter']>) => change({ filter: { ...readGalleryView(surveyId).filter, ...part } }),
    [change, surveyId],
  );
  const clear = useCallback(() => change({ filter: NO_FILTER }), [change]);

  // With a key held down the image that has the keyboard changes thirty times a second: what does not depend on it is kept.
  const panel = useMemo(
    () => list !== null && <FilterPanel filter={filter} list={list} scoresAs={scoresAs} onChange={changeFilter} />,
    [filter, list, scoresAs, changeFilter],
  );
  const look = useMemo(() => ({ filter, sort, grouping, tile }), [filter, sort, grouping, tile]);
  const toolbar = useMemo(
    () => (
      <GalleryToolbar
        look={look}
        tree={list?.tree ?? []}
        shown={list?.shown ?? 0}
        total={open.images.length}
        scoresAs={scoresAs}
        thumbnailSize={thumbnailSize}
        eventName={eventNameOf(open.events, look.filter.event)}
        filterPanel={isNarrow ? panel : null}
        views={<SavedViews look={look} onLook={change} />}
        groupButton={
          list !== null && <GroupButton list={list} closed={closed} onClosed={(keys) => change({ closed: keys })} />
        }
        onFilter={changeFilter}
        onClear={clear}
        onLook={change}
        onSize={(size) => void actions.changePreferences({ thumbnailSize: size })}
      />
    ),
    [
      look,
      list,
      open.images.length,
      open.events,
      scoresAs,
      thumbnailSize,
      isNarrow,
      panel,
      closed,
      actions,
      change,
      changeFilter,
      clear,
    ],
  );
  return (
    <div className={styles.screen}>
      <ScreenHeading documentTitle={`${messages.gallery.title} · ${open.survey.name}`} isHidden>
        {messages.gallery.title}
      </ScreenHeading>
      {!isNarrow && <aside className={styles.side}>{panel}</aside>}
      <section className={styles.main} aria-label={messages.gallery.grid}>
        {toolbar}
        <GalleryNotes
          open={open}
          onReconnect={() => void actions.reconnectFolder()}
          onContinue={() => (open.run.step === 'paused' ? actions.resumeRun() : void actions.startRun())}
        />
        {filter.differs !== null && (
          <DiffersNote comparison={comparison} onRemove={() => changeFilter({ differs: null })} />
        )}
        {list === null && open.images.length > 0 ? (
          <EmptyState icon={LoaderCircle} title={messages.galleryList.working} />
        ) : (
          <GalleryContent
            open={open}
            list={list}
            view={view}
            scoresAs={scoresAs}
            thumbnailSize={thumbnailSize}
            onView={change}
            onFilter={changeFilter}
            onClear={clear}
          />
        )}
      </section>
    </div>
  );
}
