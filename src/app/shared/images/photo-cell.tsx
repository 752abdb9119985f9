import { ImageOff } from 'lucide-react';
import { messages } from '../../messages';
import { hasFact } from '../../state/survey-row';
import { Icon } from '../icon';
import { BoxMarks } from './box-marks';
import { BoxOverlay } from './box-overlay';
import type { ImageDescription } from './describe-image';
import { PassingPhoto } from './passing-photo';
import styles from './photo-cell.module.css';
import { usePreview, type LoadPreview } from './use-preview';

export interface PhotoCellProps {
  readonly description: ImageDescription;
  readonly loadPreview: LoadPreview;
  /** What stands at the corner of each box. */
  readonly marks?: BoxMarking;
  /** True where many pictures come and go by themselves: see PassingPhoto. */
  readonly isPassing?: boolean;
}

/** Nothing, the shape of its category, or the shape and the name, as there is room. */
export type BoxMarking = 'none' | 'shapes' | 'names';

/** The whole frame in a 4:3 cell, never cropped, with its boxes; a hatched cell with the reason when it could not be read. */
export function PhotoCell({ description, loadPreview, marks = 'none', isPassing = false }: PhotoCellProps) {
  const { kind, filepath, problem, image } = description;
  if (kind === 'failed') {
    return (
      <div className={styles.cell}>
        <div className={styles.failed}>
          <Icon of={ImageOff} size={20} />
          <strong>{messages.images.kinds.failed}</strong>
          {problem !== null && <span>{messages.images.problems[problem].short}</span>}
        </div>
      </div>
    );
  }
  return (
    <div className={styles.cell}>
      <Photo
        key={filepath}
        filepath={filepath}
        loadPreview={loadPreview}
        isDone={hasFact(image)}
        isPassing={isPassing}
      />
      {image.inference?.size && (
        <BoxOverlay detections={image.inference.detections} size={image.inference.size} rejected={image.rejected} />
      )}
      {marks !== 'none' && image.inference?.size && (
        <BoxMarks description={description} size={image.inference.size} hasNames={marks === 'names'} />
      )}
    </div>
  );
}

interface PhotoProps {
  readonly filepath: string;
  readonly loadPreview: LoadPreview;
  readonly isDone: boolean;
  readonly isPassing: boolean;
}

/** Decoration: the strip below says what is seen, and the tile carries the name for screen readers. */
function Photo({ filepath, loadPreview, isDone, isPassing }: PhotoProps) {
  const preview = usePreview(filepath, loadPreview, isDone);
  if (preview.step !== 'shown') return null;
  if (isPassing) return <PassingPhoto url={preview.url} />;
  return <img className={styles.photo} src={preview.url} alt="" decoding="async" draggable={false} />;
}
