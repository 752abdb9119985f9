import { ImageOff } from 'lucide-react';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { FolderNote } from '../../shared/folder-note';
import { describeByPath } from '../../shared/images/describe-by-path';
import { describeImage, type ImageDescription } from '../../shared/images/describe-image';
import { imageName } from '../../shared/images/image-words';
import { FAINT_CONF } from '../../shared/images/shown-boxes';
import { ReviewLine } from '../../shared/review/review-line';
import { useBoxEditing } from '../../shared/review/use-box-editing';
import { useReviewing } from '../../shared/review/use-reviewing';
import { ScreenHeading } from '../../shared/screen-heading';
import text from '../../shared/text.module.css';
import { useScreenKeys } from '../../shared/use-screen-keys';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { shownComparison } from '../../state/comparison-view';
import { changeGalleryView, useGalleryView } from '../../state/gallery-view';
import { useImageTools } from '../../state/image-tools';
import { routes } from '../../state/routes';
import { useComparison } from '../../state/use-comparison';
import { useGalleryList } from '../../state/use-gallery-list';
import { useOpenSurvey } from '../../state/use-open-survey';
import { ComparedAnswers, theirAnswer } from './compared-answers';
import { FilmStrip } from './film-strip';
import { flowOf } from './flow-of';
import styles from './image-screen.module.css';
import { ImageToolbar } from './image-toolbar';
import { eventPlaceOf } from './event-place';
import { Inspector } from './inspector';
import { listedOf, orderAround, type OrderAround } from './neighbours';
import { PicturePanel } from './picture-panel';
import { PictureTools } from './picture-tools';
import { Stage } from './stage';
import { StageSigns } from './stage-signs';
import { useEventView } from './use-event-view';
import { useImageKeys } from './use-image-keys';
import { useMagnifier } from './use-magnifier';

export interface ImageScreenProps {
  readonly surveyId: string;
  readonly filepath: string;
}

/** One image, large, with its boxes and the reasons for its label. */
export function ImageScreen({ surveyId, filepath }: ImageScreenProps) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <FoundOrNot open={opened.open} filepath={filepath} /> : null;
}

function FoundOrNot({ open, filepath }: { readonly open: OpenSurvey; readonly filepath: string }) {
  const found = open.imageOf(filepath);
  if (found !== null) return <Image open={open} description={describeImage(found, open.labels)} />;
  if (open.loading !== null || open.listing.step === 'listing') return null;
  return (
    <>
      <ScreenHeading documentTitle={messages.image.notFound} isHidden>
        {messages.image.title}
      </ScreenHeading>
      <EmptyState
        icon={ImageOff}
        title={messages.image.notFound}
        actions={<LinkButton to={routes.gallery(open.survey.id)}>{messages.image.back}</LinkButton>}
      >
        {messages.image.notFoundText}
      </EmptyState>
    </>
  );
}

interface ImageProps {
  readonly open: OpenSurvey;
  readonly description: ImageDescription;
}

function Image({ open, description }: ImageProps) {
  const actions = useActions();
  const { scoresAs, stage } = useAppState((state) => state.preferences);
  const { adjustments, gain } = useImageTools();
  const [hasBoxes, setHasBoxes] = useState(true);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [isDifference, setDifference] = useState(false);
  const [leastConf, setLeastConf] = useState(FAINT_CONF);
  const [marked, setMarked] = useState<number | null>(null);
  const [areOthersShown, setOthersShown] = useState(false);
  const magnifier = useMagnifier('m');
  const panelId = useId();
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  // Replaced, so that Back leads to the gallery however many images were looked at.
  const go = (filepath: string) => navigate(routes.image(surveyId, filepath), { replace: true });
  const around = useOrderAround(open, description.filepath);
  const { place } = around;
  const view = useEventView({ open, description, place, isDifference, onPause: go });
  const { shown, frames } = view;
  const eventPlace = eventPlaceOf(open.events, shown.filepath);
  const comparison = shownComparison(useComparison());
  const theirs = comparison === null ? null : theirAnswer(comparison, shown.filepath);
  const show = (filepath: string | null) => {
    if (filepath === null) return;
    view.leave();
    go(filepath);
  };
  useEffect(() => changeGalleryView(surveyId, { active: description.filepath }), [surveyId, description.filepath]);
  const targets = useMemo(() => [description], [description]);
  const flow = flowOf(open, description, around, show);
  const reviewing = useReviewing(targets, flow);
  const boxEditing = useBoxEditing(description, reviewing.act);
  useScreenKeys((key, event) => {
    if (key === 'Escape') {
      if (isPanelOpen) setPanelOpen(false);
      else if (view.isPlaying) view.pause();
      else if (boxEditing.isOn) boxEditing.toggle();
      else navigate(routes.gallery(surveyId));
    } else if (key === 'h' || key === 'H') setHasBoxes(!hasBoxes);
    else if (key === 'ArrowLeft') show(place.previous);
    else if (key === 'ArrowRight') show(place.next);
    else if (key === '[' || event.code === 'BracketLeft') show(eventPlace?.previous ?? null);
    else if (key === ']' || event.code === 'BracketRight') show(eventPlace?.next ?? null);
    else return false;
    return true;
  });
  useImageKeys({
    onPanel: () => setPanelOpen(!isPanelOpen),
    onMagnifier: magnifier.press,
    onDifference: () => setDifference(!isDifference),
    onPlay: () => (view.isPlaying ? view.pause() : view.canPlay && view.play()),
    onPreviousFrame: () => show(frames?.previous ?? null),
    onNextFrame: () => show(frames?.next ?? null),
  });
  const spoken = messages.image.photoAlt(imageName(description), description.fileName);
  return (
    <div className={styles.screen}>
      <ScreenHeading documentTitle={`${description.fileName} · ${open.survey.name}`} isHidden>
        {spoken}
      </ScreenHeading>
      <p role="status" className={text.visuallyHidden}>
        {spoken}
      </p>
      <div className={styles.viewer}>
        <Stage
          description={shown}
          photo={view.photo}
          difference={view.difference}
          isPlaying={view.isPlaying}
          hasLens={magnifier.isOn}
          folder={open.folder}
          background={stage}
          hasBoxes={hasBoxes}
          leastConf={leastConf}
          marked={marked}
          otherBoxes={areOthersShown ? (theirs?.detections ?? null) : null}
          scoresAs={scoresAs}
          previous={place.previous}
          next={place.next}
          boxLayer={view.isPlaying ? null : boxEditing.layer}
          onShow={show}
          toolbar={(zoom) => (
            <ImageToolbar surveyId={surveyId} filepath={shown.filepath} place={place}>
              <PictureTools
                zoom={zoom}
                panel={{ isOn: isPanelOpen, toggle: () => setPanelOpen(!isPanelOpen), id: panelId }}
                magnifier={magnifier}
                difference={{ isOn: isDifference, toggle: () => setDifference(!isDifference) }}
                boxes={{ isOn: hasBoxes, toggle: () => setHasBoxes(!hasBoxes) }}
              />
            </ImageToolbar>
          )}
        >
          <StageSigns
            adjustments={adjustments}
            difference={view.difference}
            gain={gain}
            playing={view.isPlaying ? frames : null}
            onEndDifference={() => setDifference(false)}
          />
        </Stage>
        <FolderNote folder={open.folder} onReconnect={() => void actions.reconnectFolder()} />
      </div>
      {isPanelOpen && (
        <PicturePanel
          id={panelId}
          isDifference={isDifference}
          onDifference={setDifference}
          onClose={() => setPanelOpen(false)}
        />
      )}
      {frames !== null && (
        <FilmStrip
          view={view}
          frames={frames}
          event={eventPlace?.event ?? null}
          describe={(filepath) => describeByPath(open, filepath)}
          loadPreview={loadPreview}
          scoresAs={scoresAs}
          onShow={show}
        />
      )}
      <Inspector
        open={open}
        description={shown}
        scoresAs={scoresAs}
        eventPlace={eventPlace}
        onShow={show}
        reviewing={reviewing}
        left={flow.leftInEvent}
        boxEditing={boxEditing}
        boxes={{ marked, leastConf, onMark: setMarked, onLeastConf: setLeastConf }}
        compared={
          comparison !== null && (
            <ComparedAnswers
              surveyId={surveyId}
              comparison={comparison}
              filepath={shown.filepath}
              scoresAs={scoresAs}
              areBoxesShown={areOthersShown}
              onBoxes={setOthersShown}
            />
          )
        }
      />
      {reviewing.dialogs}
      {boxEditing.dialog}
      <ReviewLine />
    </div>
  );
}

/** In the order that the gallery shows right now. */
function useOrderAround(open: OpenSurvey, filepath: string): OrderAround {
  const list = useGalleryList(open, useGalleryView(open.survey.id));
  const listed = useMemo(() => listedOf(list), [list]);
  return useMemo(() => orderAround(filepath, listed, open.images), [filepath, listed, open.images]);
}
