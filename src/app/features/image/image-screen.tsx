import { ImageOff } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { FolderNote } from '../../shared/folder-note';
import { imagesInOrder } from '../../shared/gallery/gallery-list';
import { describeImage, type ImageDescription } from '../../shared/images/describe-image';
import { FAINT_CONF } from '../../shared/images/shown-boxes';
import { imageName } from '../../shared/images/image-words';
import { ScreenHeading } from '../../shared/screen-heading';
import { useScreenKeys } from '../../shared/use-screen-keys';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { shownComparison } from '../../state/comparison-view';
import { changeGalleryView, useGalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import { useComparison } from '../../state/use-comparison';
import { useGalleryList } from '../../state/use-gallery-list';
import { useOpenSurvey } from '../../state/use-open-survey';
import { ComparedAnswers, theirAnswer } from './compared-answers';
import styles from './image-screen.module.css';
import { ImageToolbar } from './image-toolbar';
import { eventPlaceOf } from './event-place';
import { Inspector } from './inspector';
import { placeInOrder } from './neighbours';
import { Stage } from './stage';
import { usePhoto } from './use-photo';

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
  const found = useMemo(() => open.images.find((image) => image.filepath === filepath), [open.images, filepath]);
  if (found !== undefined) return <Image open={open} description={describeImage(found, open.labels)} />;
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
  const [hasBoxes, setHasBoxes] = useState(true);
  const [leastConf, setLeastConf] = useState(FAINT_CONF);
  const [marked, setMarked] = useState<number | null>(null);
  const [areOthersShown, setOthersShown] = useState(false);
  const comparison = shownComparison(useComparison());
  const theirs = comparison === null ? null : theirAnswer(comparison, description.filepath);
  const place = usePlaceInOrder(open, description.filepath);
  const eventPlace = eventPlaceOf(open.events, description.filepath);
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const photo = usePhoto(surveyId, description, open.folder);
  const show = (filepath: string | null) => {
    // Replaced, so that Back leads to the gallery however many images were looked at.
    if (filepath !== null) navigate(routes.image(surveyId, filepath), { replace: true });
  };
  useEffect(() => changeGalleryView(surveyId, { active: description.filepath }), [surveyId, description.filepath]);
  useScreenKeys((key, event) => {
    if (key === 'Escape') navigate(routes.gallery(surveyId));
    else if (key === 'h' || key === 'H') setHasBoxes(!hasBoxes);
    else if (key === 'ArrowLeft') show(place.previous);
    else if (key === 'ArrowRight') show(place.next);
    else if (key === '[' || event.code === 'BracketLeft') show(eventPlace?.previous ?? null);
    else if (key === ']' || event.code === 'BracketRight') show(eventPlace?.next ?? null);
    else return false;
    return true;
  });
  return (
    <div className={styles.screen}>
      <ScreenHeading documentTitle={`${description.fileName} · ${open.survey.name}`} isHidden>
        {messages.image.photoAlt(imageName(description), description.fileName)}
      </ScreenHeading>
      <div className={styles.viewer}>
        <Stage
          key={description.filepath}
          description={description}
          photo={photo}
          folder={open.folder}
          background={stage}
          hasBoxes={hasBoxes}
          leastConf={leastConf}
          marked={marked}
          otherBoxes={areOthersShown ? (theirs?.detections ?? null) : null}
          scoresAs={scoresAs}
          previous={place.previous}
          next={place.next}
          onShow={show}
          toolbar={(zoom) => (
            <ImageToolbar
              surveyId={surveyId}
              filepath={description.filepath}
              place={place}
              zoom={zoom}
              hasBoxes={hasBoxes}
              onBoxes={() => setHasBoxes(!hasBoxes)}
            />
          )}
        />
        <FolderNote folder={open.folder} onReconnect={() => void actions.reconnectFolder()} />
      </div>
      <Inspector
        open={open}
        description={description}
        scoresAs={scoresAs}
        eventPlace={eventPlace}
        onShow={show}
        boxes={{ marked, leastConf, onMark: setMarked, onLeastConf: setLeastConf }}
        compared={
          comparison !== null && (
            <ComparedAnswers
              surveyId={surveyId}
              comparison={comparison}
              filepath={description.filepath}
              scoresAs={scoresAs}
              areBoxesShown={areOthersShown}
              onBoxes={setOthersShown}
            />
          )
        }
      />
    </div>
  );
}

/** In the order that the gallery shows right now; among all images when this one is filtered out there. */
function usePlaceInOrder(open: OpenSurvey, filepath: string) {
  const list = useGalleryList(open, useGalleryView(open.survey.id));
  const shown = useMemo(() => (list === null ? open.images : imagesInOrder(list)), [list, open.images]);
  return useMemo(() => placeInOrder(filepath, shown, open.images), [filepath, shown, open.images]);
}
