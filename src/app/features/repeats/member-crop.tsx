import { Pin, PinOff } from 'lucide-react';
import { Link } from 'wouter';
import type { Bbox } from '../../../domain/detection';
import type { DetectionRef } from '../../../domain/megadetector/detection-set';
import type { Inference } from '../../../domain/inference';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatCaptureDateTime } from '../../shared/format/format-date';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { CropCell } from '../../shared/images/crop-cell';
import type { CropView } from '../../shared/images/crop-view';
import { usePreview, type LoadPreview } from '../../shared/images/use-preview';
import { Tag } from '../../shared/tag';
import { routes } from '../../state/routes';
import { cropAround } from './average-crop';
import styles from './member-crop.module.css';

export interface MemberCropProps {
  readonly surveyId: string;
  readonly member: DetectionRef;
  readonly inference: Inference | null;
  readonly scoresAs: ScoreFormat;
  readonly loadPreview: LoadPreview;
  readonly isSpared: boolean;
  /** Null while the stack is not rejected: there is nothing to keep it out of. */
  readonly onSpare: ((isSpared: boolean) => void) | null;
}

/** One box of a stack: what it shows, when, how sure; it leads to its image. */
export function MemberCrop(props: MemberCropProps) {
  const { surveyId, member, inference, scoresAs, loadPreview, isSpared, onSpare } = props;
  const { repeats: words, images } = messages;
  const detection = inference?.detections?.[member.detection];
  const time = inference?.capturedAt == null ? words.noTime : formatCaptureDateTime(inference.capturedAt);
  const name = member.filepath.slice(member.filepath.lastIndexOf('/') + 1);
  return (
    <li className={styles.member}>
      <Link to={routes.image(surveyId, member.filepath)} aria-label={words.openImage(`${name}, ${time}`)}>
        <Crop member={member} inference={inference} loadPreview={loadPreview} />
      </Link>
      <p>{time}</p>
      <p className={styles.conf}>
        {detection !== undefined && images.conf(formatScore(detection.conf, scoresAs))}
        {isSpared && (
          <Tag tone="success" icon={Pin}>
            {words.spared}
          </Tag>
        )}
      </p>
      {onSpare !== null && (
        <Button
          size="small"
          icon={isSpared ? PinOff : Pin}
          aria-label={words.actOn(isSpared ? words.unspare : words.spare, name)}
          onClick={() => onSpare(!isSpared)}
        >
          {isSpared ? words.unspare : words.spare}
        </Button>
      )}
    </li>
  );
}

const CELL_SHAPE = 4 / 3;

/** The box and a margin out of the preview. */
function Crop({ member, inference, loadPreview }: Pick<MemberCropProps, 'member' | 'inference' | 'loadPreview'>) {
  const preview = usePreview(member.filepath, loadPreview, null);
  const detection = inference?.detections?.[member.detection];
  return (
    <CropCell
      shape={CELL_SHAPE}
      view={detection === undefined || inference?.size == null ? null : viewOf(detection.bbox, inference.size)}
      previewUrl={preview.step === 'shown' ? preview.url : null}
    />
  );
}

/** The same part as in the average of the stack. */
function viewOf(bbox: Bbox, size: { readonly width: number; readonly height: number }): CropView {
  const aspect = size.width / size.height;
  const rect = cropAround(bbox, aspect);
  return { rect, ratio: (rect[2] * aspect) / rect[3] };
}
