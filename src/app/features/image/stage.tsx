import { useState, type ReactNode } from 'react';
import type { ComparedDetection } from '../../../domain/comparison/compared-image';
import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import { BoxOverlay } from '../../shared/images/box-overlay';
import type { ImageDescription } from '../../shared/images/describe-image';
import { imageName } from '../../shared/images/image-words';
import { PhotoNote } from '../../shared/images/photo-note';
import stageStyles from '../../shared/images/photo-stage.module.css';
import { UnreadPhoto } from '../../shared/images/unread-photo';
import { canBeShown, drawnUrl, type Photo } from '../../shared/images/use-photos';
import { asDetections } from '../../shared/review/reviewed-boxes';
import { useElementSize } from '../../shared/use-element-size';
import type { FolderState, Preferences } from '../../state/app-state';
import { useImageTools } from '../../state/image-tools';
import { BoxTags } from './box-tags';
import type { Difference } from './difference';
import { SideArrow } from './image-toolbar';
import { Lens } from './lens';
import { OtherBoxes } from './other-boxes';
import { filterOf, PictureFilters } from './picture-filters';
import { Pixels } from './pixels';
import styles from './stage.module.css';
import { useViewport, type Zoom } from './use-viewport';
import { useZoomKeys } from './use-zoom-keys';
import type { Size, Viewport } from './viewport';

export interface StageProps {
  readonly description: ImageDescription;
  readonly photo: Photo;
  /** Null = the photo itself. */
  readonly difference: Difference | null;
  readonly isPlaying: boolean;
  readonly hasLens: boolean;
  readonly folder: FolderState;
  readonly background: Preferences['stage'];
  readonly hasBoxes: boolean;
  readonly leastConf: number;
  readonly marked: number | null;
  /** Boxes of the result that the survey is compared with; null = not drawn. */
  readonly otherBoxes: readonly ComparedDetection[] | null;
  readonly scoresAs: ScoreFormat;
  readonly previous: string | null;
  readonly next: string | null;
  /** Boxes that are being edited, in place of those that are drawn. */
  readonly boxLayer: ((size: Size) => ReactNode) | null;
  readonly onShow: (filepath: string | null) => void;
  readonly toolbar: (zoom: Zoom) => ReactNode;
  /** What lies over the photo: signs of what is shown there. */
  readonly children: ReactNode;
}

const UNKNOWN_SIZE: Size = { width: 4, height: 3 };

/** The photo, large: wheel, drag, pinch and keys zoom and move it. */
export function Stage(props: StageProps) {
  const { description, photo, difference, isPlaying, hasLens, background, previous, next, onShow, toolbar } = props;
  const { adjustments, gain, keepsZoom } = useImageTools();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [measure, stage] = useElementSize<HTMLDivElement>();
  const [natural, setNatural] = useState<{ readonly filepath: string; readonly size: Size } | null>(null);
  const naturalSize = natural?.filepath === description.filepath ? natural.size : null;
  const size = description.image.inference?.size ?? naturalSize ?? UNKNOWN_SIZE;
  const { view, scene, zoom, handlers } = useViewport({
    stageElement: element,
    stage: stage ?? UNKNOWN_SIZE,
    photo: size,
    filepath: description.filepath,
    isKept: keepsZoom || isPlaying || difference !== null,
    isHeld: hasLens,
    onSwipe: (direction) => onShow(direction === 1 ? previous : next),
  });
  useZoomKeys(zoom);
  const url = drawnUrl(photo);
  const pixels = {
    url: url ?? '',
    minus: difference?.step === 'shown' ? difference.url : null,
    filter: filterOf(adjustments, difference?.step === 'shown'),
  };
  const isShown = stage !== null && url !== null && canBeShown(description);
  return (
    <>
      {toolbar(zoom)}
      <div ref={setElement} className={classNames(stageStyles.stage, stageStyles[background])}>
        <PictureFilters adjustments={adjustments} gain={gain} />
        <div ref={measure} className={classNames(styles.surface, !zoom.isFitted && styles.movable)} {...handlers}>
          {isShown && (
            <>
              <Pixels
                {...pixels}
                alt={messages.image.photoAlt(imageName(description), description.fileName)}
                size={size}
                view={view}
                onNatural={(found) => setNatural({ filepath: description.filepath, size: found })}
              />
              <Drawing {...props} size={size} view={view} />
            </>
          )}
        </div>
        {isShown && hasLens && <Lens {...pixels} stageElement={element} view={view} scene={scene} />}
        {canBeShown(description) ? (
          <PhotoNote photo={photo} folder={props.folder} />
        ) : (
          <UnreadPhoto problem={description.problem} />
        )}
        <SideArrow side="previous" to={previous} onShow={onShow} />
        <SideArrow side="next" to={next} onShow={onShow} />
        {props.children}
      </div>
    </>
  );
}

interface DrawingProps extends StageProps {
  readonly size: Size;
  readonly view: Viewport;
}

/** Boxes and their tags, over the photo and outside of its filters. */
function Drawing({
  description,
  hasBoxes,
  leastConf,
  marked,
  otherBoxes,
  scoresAs,
  size,
  view,
  boxLayer,
}: DrawingProps) {
  const { inference, rejected, review } = description.image;
  const own = review?.boxes ?? null;
  if (inference === null || (!hasBoxes && boxLayer === null)) return null;
  const place = {
    inlineSize: size.width * view.scale,
    blockSize: size.height * view.scale,
    transform: `translate(${view.x}px, ${view.y}px)`,
  };
  if (boxLayer !== null) {
    return (
      <div className={styles.drawing} style={place}>
        {boxLayer(size)}
      </div>
    );
  }
  return (
    <div className={styles.drawing} style={place}>
      <BoxOverlay
        detections={own === null ? inference.detections : asDetections(own)}
        size={size}
        rejected={own === null ? rejected : null}
        leastConf={leastConf}
        marked={marked}
      />
      {otherBoxes !== null && <OtherBoxes detections={otherBoxes} size={size} leastConf={leastConf} />}
      <BoxTags description={description} leastConf={leastConf} scoresAs={scoresAs} />
    </div>
  );
}
