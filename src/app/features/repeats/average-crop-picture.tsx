import { useEffect, useRef, useState } from 'react';
import { messages } from '../../messages';
import { Skeleton } from '../../shared/skeleton';
import type { LoadPreview } from '../../shared/images/use-preview';
import type { FoundStack } from '../../state/repeats-state';
import styles from './average-crop-picture.module.css';
import { averageOf } from './draw-average';

export interface AverageCropPictureProps {
  readonly stack: FoundStack;
  readonly loadPreview: LoadPreview;
}

/** The place of a stack, averaged over its photos: what stands still is sharp, what moved is a blur. The card says the rest. */
export function AverageCropPicture({ stack, loadPreview }: AverageCropPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<{ readonly stack: FoundStack; readonly isEmpty: boolean } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void averageOf(stack, loadPreview).then((average) => {
      const target = canvas.current;
      if (!isWanted || target === null) return;
      if (average !== null) {
        target.width = average.width;
        target.height = average.height;
        target.getContext('2d')?.putImageData(average, 0, 0);
      }
      setDrawn({ stack, isEmpty: average === null });
    });
    return () => {
      isWanted = false;
    };
  }, [stack, loadPreview]);
  const isDrawn = drawn?.stack === stack;
  return (
    <div className={styles.cell}>
      <canvas ref={canvas} className={styles.picture} hidden={!isDrawn || drawn.isEmpty} aria-hidden />
      {!isDrawn && <Skeleton height="100%" />}
      {isDrawn && drawn.isEmpty && <span className={styles.none}>{messages.repeats.noPreview}</span>}
    </div>
  );
}
