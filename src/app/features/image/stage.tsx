import { ImageOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ComparedDetection } from '../../../domain/comparison/compared-image';
import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import { BoxOverlay } from '../../shared/images/box-overlay';
import type { ImageDescription } from '../../shared/images/describe-image';
import { imageName } from '../../shared/images/image-words';
import { useElementSize, type ElementSize } from '../../shared/use-element-size';
import { useScreenKeys } from '../../shared/use-screen-keys';
import type { FolderState, Preferences } from '../../state/app-state';
import { BoxTags } from './box-tags';
import { SideArrow } from './image-toolbar';
import { OtherBoxes } from './other-boxes';
import styles from './stage.module.css';
import type { Photo } from './use-photo';
import { useViewport, type Zoom } from './use-viewport';
import type { Size } from './viewport';

export interface StageProps {
  readonly description: ImageDescription;
  readonly photo: Photo;
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
  readonly onShow: (filepath: string | null) => void;
  readonly toolbar: (zoom: Zoom) => ReactNode;
}

const UNKNOWN_SIZE: Size = { width: 4, height: 3 };

/** The photo, large: wheel, drag, pinch and keys zoom and move it. */
export function Stage(props: StageProps) {
  const { description, photo, background, previous, next, onShow, toolbar } = props;
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [measure, stage] = useElementSize<HTMLDivElement>();
  const [natural, setNatural] = useState<Size | null>(null);
  const size = description.image.inference?.size ?? natural ?? UNKNOWN_SIZE;
  const { view, zoom, handlers } = useViewport({
    stageElement: element,
    stage: stage ?? UNKNOWN_SIZE,
    photo: size,
    onSwipe: (direction) => onShow(direction === 1 ? previous : next),
  });
  useScreenKeys((key) => {
    if (key === '+' || key === '=') zoom.in();
    else if (key === '-') zoom.out();
    else if (key === '0') zoom.fit();
    else if (key === 'z' || key === 'Z') zoom.actual();
    else return false;
    return true;
  });
  const place = {
    inlineSize: size.width * view.scale,
    blockSize: size.height * view.scale,
    transform: `translate(${view.x}px, ${view.y}px)`,
  };
  return (
    <>
      {toolbar(zoom)}
      <div ref={setElement} className={classNames(styles.stage, styles[background])}>
        <div ref={measure} className={classNames(styles.surface, !zoom.isFitted && styles.movable)} {...handlers}>
          {stage !== null && (
            <div className={styles.photo} style={place}>
              <Picture {...props} size={size} stage={stage} onNatural={setNatural} />
            </div>
          )}
        </div>
        <StageNote photo={photo} description={description} folder={props.folder} />
        <SideArrow side="previous" to={previous} onShow={onShow} />
        <SideArrow side="next" to={next} onShow={onShow} />
      </div>
    </>
  );
}

interface PictureProps extends StageProps {
  readonly size: Size;
  readonly stage: ElementSize;
  readonly onNatural: (size: Size) => void;
}

function Picture(props: PictureProps) {
  const { description, photo, hasBoxes, leastConf, marked, otherBoxes, scoresAs, size, onNatural } = props;
  const url = photo.step === 'loading' ? photo.previewUrl : photo.url;
  const { inference, rejected } = description.image;
  if (url === null || (description.kind === 'failed' && !isReadable(description))) return null;
  return (
    <>
      <img
        src={url}
        alt={messages.image.photoAlt(imageName(description), description.fileName)}
        className={styles.picture}
        draggable={false}
        onLoad={({ currentTarget }) =>
          onNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
        }
      />
      {hasBoxes && inference !== null && (
        <>
          <BoxOverlay
            detections={inference.detections}
            size={size}
            rejected={rejected}
            leastConf={leastConf}
            marked={marked}
          />
          {otherBoxes !== null && <OtherBoxes detections={otherBoxes} size={size} leastConf={leastConf} />}
          <BoxTags description={description} leastConf={leastConf} scoresAs={scoresAs} />
        </>
      )}
    </>
  );
}

/** A step failed on it, but the photo itself was read. */
function isReadable({ image }: ImageDescription): boolean {
  return image.inference?.size != null;
}

function StageNote({ photo, description, folder }: Pick<StageProps, 'photo' | 'description' | 'folder'>) {
  const { image, images } = messages;
  if (description.kind === 'failed' && !isReadable(description)) {
    return (
      <div className={styles.failed}>
        <Icon of={ImageOff} size={26} />
        <strong>{images.kinds.failed}</strong>
        {description.problem !== null && <span>{images.problems[description.problem].short}</span>}
      </div>
    );
  }
  if (photo.step !== 'preview') return null;
  const words =
    photo.url === null
      ? image.noPreview
      : folder.step === 'connected'
        ? image.previewOnlyProblem
        : image.previewOnly(folder.name);
  return <p className={styles.note}>{words}</p>;
}
