import { useState } from 'react';
import type { Bbox, Detection } from '../../../domain/detection';
import { BoxOverlay } from '../../shared/images/box-overlay';
import { usePreview, type LoadPreview } from '../../shared/images/use-preview';
import type { FoundStack } from '../../state/repeats-state';
import styles from './frame-thumb.module.css';

export interface FrameThumbProps {
  readonly stack: FoundStack;
  readonly loadPreview: LoadPreview;
}

/** The whole frame of the first photo with the box in it: where the stack lies. */
export function FrameThumb({ stack, loadPreview }: FrameThumbProps) {
  const preview = usePreview(stack.members[0]!.filepath, loadPreview, null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  return (
    <div className={styles.cell}>
      {preview.step === 'shown' && (
        <img
          className={styles.photo}
          src={preview.url}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })}
        />
      )}
      {size !== null && <BoxOverlay detections={[boxOf(stack.category, stack.bbox)]} size={size} />}
    </div>
  );
}

const LABELS = { '1': 'animal', '2': 'human', '3': 'vehicle' } as const;

/** The mean box as something that can be drawn. One of several categories looks like the first. */
function boxOf(category: string | null, bbox: Bbox): Detection {
  const known = category === '2' || category === '3' ? category : '1';
  return { category: known, label: LABELS[known], conf: 1, bbox };
}
