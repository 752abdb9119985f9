import { Box, ChevronLeft, ChevronRight, ExternalLink } from 'lucide-react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { classNames } from '../../shared/class-names';
import { LinkButton } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { formatCaptureDateTime } from '../../shared/format/format-date';
import { IconButton } from '../../shared/icon-button';
import { BoxOverlay } from '../../shared/images/box-overlay';
import { describeByPath } from '../../shared/images/describe-by-path';
import type { ImageDescription } from '../../shared/images/describe-image';
import { imageName } from '../../shared/images/image-words';
import { PhotoNote } from '../../shared/images/photo-note';
import stageStyles from '../../shared/images/photo-stage.module.css';
import { FAINT_CONF } from '../../shared/images/shown-boxes';
import { drawnUrl, usePhotos } from '../../shared/images/use-photos';
import type { OpenSurvey } from '../../state/app-state';
import { useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import styles from './walk-photo.module.css';

const words = reviewModeMessages.walk;

export interface WalkPhotoProps {
  readonly open: OpenSurvey;
  readonly description: ImageDescription;
  /** The image that comes next, made ready beforehand. */
  readonly ahead: string | null;
  readonly hasBoxes: boolean;
  readonly onBoxes: () => void;
  /** Where it stands: "3 of 40". */
  readonly place: string;
  readonly back: Step;
  readonly forth: Step;
}

/** A step to another image. */
export interface Step {
  readonly label: string;
  readonly shortcut: string;
  /** Null = there is none. */
  readonly run: (() => void) | null;
}

/** One photo, as large as there is room, over its data strip. */
export function WalkPhoto(props: WalkPhotoProps) {
  const { open, description, ahead, hasBoxes, onBoxes, place, back, forth } = props;
  const { fileName, filepath, capturedAt } = description;
  const background = useAppState(({ preferences }) => preferences.stage);
  const wanted = [description, describeByPath(open, ahead)].filter((one) => one !== null);
  const photo = usePhotos(open, wanted)(filepath);
  return (
    <div className={styles.viewer}>
      <div className={classNames(stageStyles.stage, stageStyles[background])}>
        <Picture description={description} url={drawnUrl(photo)} hasBoxes={hasBoxes} />
        <PhotoNote photo={photo} folder={open.folder} />
      </div>
      <div className={styles.strip}>
        <StepButton step={back} icon={ChevronLeft} />
        <span className={styles.place}>{place}</span>
        <StepButton step={forth} icon={ChevronRight} />
        <span className={styles.file}>
          <FileName name={fileName} />
        </span>
        <span className={styles.time}>{capturedAt === null ? '' : formatCaptureDateTime(capturedAt)}</span>
        <IconButton
          icon={Box}
          size="small"
          label={hasBoxes ? words.hideBoxes : words.showBoxes}
          shortcut="H"
          aria-pressed={hasBoxes}
          onClick={onBoxes}
        />
        <LinkButton
          to={routes.image(open.survey.id, filepath)}
          size="small"
          variant="quiet"
          icon={ExternalLink}
          isSquare
          aria-label={words.open}
        >
          {null}
        </LinkButton>
      </div>
    </div>
  );
}

function StepButton({ step, icon }: { readonly step: Step; readonly icon: typeof ChevronLeft }) {
  const { label, shortcut, run } = step;
  return (
    <IconButton
      icon={icon}
      size="small"
      label={label}
      shortcut={shortcut}
      disabled={run === null}
      onClick={() => run?.()}
    />
  );
}

function Picture({
  description,
  url,
  hasBoxes,
}: Pick<WalkPhotoProps, 'description' | 'hasBoxes'> & { readonly url: string | null }) {
  const { inference, rejected } = description.image;
  if (url === null) return null;
  return (
    <>
      <img
        key={description.filepath}
        className={styles.picture}
        src={url}
        alt={words.photo(imageName(description), description.fileName)}
        draggable={false}
      />
      {hasBoxes && inference?.size != null && (
        <BoxOverlay
          detections={inference.detections}
          size={inference.size}
          rejected={rejected}
          leastConf={FAINT_CONF}
        />
      )}
    </>
  );
}
