import { useDeferredValue, useMemo } from 'react';
import { messages } from '../../messages';
import { describeImage } from '../../shared/images/describe-image';
import {
  NO_FILTER,
  onlyDiffering,
  sortImages,
  withinGroups,
  withinScope,
  withoutGroups,
} from '../../shared/images/image-filter';
import { eventNameOf } from '../../shared/images/event-name';
import { buildGroupTree, countGroups } from '../../shared/images/image-groups';
import { ScreenHeading } from '../../shared/screen-heading';
import { NARROW, useMediaQuery } from '../../shared/use-media-query';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { filesOfEvent } from '../../state/event-files';
import { changeGalleryView, useGalleryView, type GalleryView } from '../../state/gallery-view';
import { useDiffering } from '../../state/use-comparison';
import { useOpenSurvey } from '../../state/use-open-survey';
import { DiffersNote } from './differs-note';
import { FilterPanel } from './filter-panel';
import { GalleryContent } from './gallery-content';
import { GalleryNotes } from './gallery-notes';
import styles from './gallery-screen.module.css';
import { GalleryToolbar } from './gallery-toolbar';

/** All images of a survey: filtered, sorted, drawn as far as they are on the screen. */
export function GalleryScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Gallery open={opened.open} /> : null;
}

function Gallery({ open }: { readonly open: OpenSurvey }) {
  const actions = useActions();
  const { scoresAs, thumbnailSize } = useAppState((state) => state.preferences);
  const isNarrow = useMediaQuery(NARROW);
  const surveyId = open.survey.id;
  const view = useGalleryView(surveyId);
  const { filter, sort } = useDeferredValue(view);

  const descriptions = useMemo(
    () => open.images.map((image) => describeImage(image, open.labels)),
    [open.images, open.labels],
  );
  const tree = useMemo(() => buildGroupTree(descriptions), [descriptions]);
  const eventFiles = useMemo(() => filesOfEvent(open.events, filter.event), [open.events, filter.event]);
  const comparison = useAppState((state) => state.comparison);
  const differing = useDiffering(filter.differs);
  const inScope = useMemo(
    () => onlyDiffering(withinScope(descriptions, filter, eventFiles), differing),
    [descriptions, filter, eventFiles, differing],
  );
  const matching = useMemo(() => withoutGroups(inScope, filter), [inScope, filter]);
  const counts = useMemo(() => countGroups(matching), [matching]);
  const shown = useMemo(() => sortImages(withinGroups(matching, filter.groups), sort), [matching, filter.groups, sort]);

  const change = (part: Partial<GalleryView>) => changeGalleryView(surveyId, part);
  const changeFilter = (part: Partial<GalleryView['filter']>) => change({ filter: { ...view.filter, ...part } });
  const clear = () => change({ filter: NO_FILTER });

  const panel = (
    <FilterPanel
      filter={view.filter}
      tree={tree}
      counts={counts}
      descriptions={descriptions}
      scoresAs={scoresAs}
      onChange={changeFilter}
    />
  );
  return (
    <div className={styles.screen}>
      <ScreenHeading documentTitle={`${messages.gallery.title} · ${open.survey.name}`} isHidden>
        {messages.gallery.title}
      </ScreenHeading>
      {!isNarrow && <aside className={styles.side}>{panel}</aside>}
      <section className={styles.main} aria-label={messages.gallery.grid}>
        <GalleryToolbar
          view={view}
          tree={tree}
          shown={shown.length}
          total={descriptions.length}
          scoresAs={scoresAs}
          thumbnailSize={thumbnailSize}
          eventName={eventNameOf(open.events, view.filter.event)}
          filterPanel={isNarrow ? panel : null}
          onFilter={changeFilter}
          onClear={clear}
          onSort={(next) => change({ sort: next })}
          onSize={(size) => void actions.changePreferences({ thumbnailSize: size })}
        />
        <GalleryNotes
          open={open}
          onReconnect={() => void actions.reconnectFolder()}
          onContinue={() => (open.run.step === 'paused' ? actions.resumeRun() : void actions.startRun())}
        />
        {view.filter.differs !== null && (
          <DiffersNote comparison={comparison} onRemove={() => changeFilter({ differs: null })} />
        )}
        <GalleryContent
          open={open}
          shown={shown}
          filter={view.filter}
          active={view.active}
          listKey={JSON.stringify([filter, sort])}
          scoresAs={scoresAs}
          thumbnailSize={thumbnailSize}
          onActive={(filepath) => change({ active: filepath })}
          onFilter={changeFilter}
          onClear={clear}
        />
      </section>
    </div>
  );
}
