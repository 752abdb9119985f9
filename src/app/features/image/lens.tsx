import { useEffect, useEffectEvent, useState } from 'react';
import styles from './lens.module.css';
import { placeLens } from './lens-place';
import { Pixels } from './pixels';
import type { Point, Scene, Viewport } from './viewport';

export interface LensProps {
  readonly stageElement: HTMLElement | null;
  readonly view: Viewport;
  readonly scene: Scene;
  readonly url: string;
  readonly minus: string | null;
  readonly filter: string;
}

const LARGEST_PX = 260;
/** On a small stage it leaves more than half of the photo in sight. */
const SHARE_OF_STAGE = 0.45;
const ABOVE_A_FINGER_PX = 110;

/** A glass that follows the pointer and shows the photo's own pixels, doubled; without a pointer it lies in the middle. */
export function Lens({ stageElement, view, scene, url, minus, filter }: LensProps) {
  const { at, isFinger } = usePointer(stageElement, scene);
  const side = Math.round(Math.min(LARGEST_PX, SHARE_OF_STAGE * Math.max(scene.stage.width, scene.stage.height)));
  const lift = isFinger ? ABOVE_A_FINGER_PX : 0;
  const { left, top, photo } = placeLens(at, { width: side, height: side, lift }, view, scene);
  return (
    <div className={styles.lens} style={{ inlineSize: side, blockSize: side, left, top }} aria-hidden>
      <Pixels url={url} minus={minus} alt="" filter={filter} size={scene.photo} view={photo} />
    </div>
  );
}

function usePointer(element: HTMLElement | null, { stage }: Scene): { readonly at: Point; readonly isFinger: boolean } {
  const [pointer, setPointer] = useState<{ readonly at: Point; readonly isFinger: boolean } | null>(null);
  const follow = useEffectEvent((event: PointerEvent) => {
    if (!event.isPrimary || element === null) return;
    const corner = element.getBoundingClientRect();
    setPointer({
      at: { x: event.clientX - corner.left, y: event.clientY - corner.top },
      isFinger: event.pointerType === 'touch',
    });
  });
  useEffect(() => {
    const listener = (event: PointerEvent) => follow(event);
    element?.addEventListener('pointermove', listener);
    element?.addEventListener('pointerdown', listener);
    return () => {
      element?.removeEventListener('pointermove', listener);
      element?.removeEventListener('pointerdown', listener);
    };
  }, [element]);
  return pointer ?? { at: { x: stage.width / 2, y: stage.height / 2 }, isFinger: false };
}
