import { useEffect, useEffectEvent, useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import { actOfWheel, swipeOf } from './gestures';
import {
  actualScale,
  fitPhoto,
  isActual,
  isFitted,
  isSmallest,
  keepOnStage,
  panBy,
  pinch,
  ZOOM_STEP,
  zoomBy,
  zoomTo,
} from './viewport';
import type { Point, Scene, Size, Viewport } from './viewport';

export interface Zoom {
  readonly in: () => void;
  readonly out: () => void;
  readonly fit: () => void;
  readonly actual: () => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly isFitted: boolean;
  readonly isSmallest: boolean;
  readonly isActual: boolean;
  /** Px of the screen for each pixel of the photo; 1 = one to one. */
  readonly ofActual: number;
}

interface ViewportProps {
  readonly stageElement: HTMLElement | null;
  readonly stage: Size;
  readonly photo: Size;
  readonly filepath: string;
  /** Another photo of the same size is shown where this one was; else each is fitted anew. */
  readonly isKept: boolean;
  /** A finger moves something else than the photo. */
  readonly isHeld: boolean;
  /** A finger swept over the fitted photo: -1 to the next image, 1 to the previous one. */
  readonly onSwipe: (direction: -1 | 1) => void;
}

/** The zoom and place that the person chose; none = fitted, also when the stage changes. */
interface Chosen {
  readonly filepath: string;
  readonly photo: Size;
  readonly view: Viewport;
}

/** Zoom and pan by wheel, pointer, two fingers and buttons. */
export function useViewport(props: ViewportProps) {
  const { stageElement, stage, photo, filepath, isHeld, onSwipe } = props;
  const scene: Scene = { photo, stage, pixelRatio: globalThis.devicePixelRatio };
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (chosen !== null && chosen.filepath !== filepath) {
    if (holds(chosen, props)) setChosen({ ...chosen, filepath });
    // Not only out of sight: coming back to a photo fits it, as any other.
    else if (!props.isKept) setChosen(null);
  }
  const viewOf = (from: Chosen | null) =>
    from !== null && holds(from, props) ? keepOnStage(from.view, scene) : fitPhoto(scene);
  const view = viewOf(chosen);
  const fitted = isFitted(view, scene);
  // From the view as it is by then: a fast wheel turns several times before the screen is drawn.
  const change = (move: (from: Viewport) => Viewport) =>
    setChosen((before) => {
      const next = move(viewOf(before));
      return isFitted(next, scene) ? null : { filepath, photo, view: next };
    });
  const middle = { x: stage.width / 2, y: stage.height / 2 };
  const zoomAt = (factor: number, at: Point) => change((from) => zoomBy(from, factor, at, scene));
  const showActual = (at: Point) => change((from) => zoomTo(from, actualScale(scene), at, scene));
  const pan = (dx: number, dy: number) => change((from) => panBy(from, dx, dy, scene));

  // React listens to wheel passively, and then the page would scroll along.
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const turned = actOfWheel(event);
    if (turned.act === 'pan') pan(turned.dx, 0);
    else zoomAt(turned.factor, pointOf(event, stageElement));
  });
  useEffect(() => {
    const listen = (event: WheelEvent) => onWheel(event);
    stageElement?.addEventListener('wheel', listen, { passive: false });
    return () => stageElement?.removeEventListener('wheel', listen);
  }, [stageElement]);

  const pointers = useRef(new Map<number, Point>());
  const sweep = useRef({ dx: 0, dy: 0 });
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, pointOf(event, stageElement));
      sweep.current = { dx: 0, dy: 0 };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = pointers.current.get(event.pointerId);
      if (before === undefined) return;
      const now = pointOf(event, stageElement);
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      pointers.current.set(event.pointerId, now);
      if (other !== undefined) {
        change((from) => pinch(from, [before, other], [now, other], scene));
        sweep.current = { dx: 0, dy: Infinity }; // a pinch never ends as a sweep
        return;
      }
      if (isHeld && event.pointerType === 'touch') return;
      sweep.current = { dx: sweep.current.dx + now.x - before.x, dy: sweep.current.dy + now.y - before.y };
      pan(now.x - before.x, now.y - before.y);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!pointers.current.delete(event.pointerId)) return;
      if (event.pointerType !== 'touch' || !fitted) return;
      const direction = swipeOf(sweep.current.dx, sweep.current.dy);
      if (direction !== null) onSwipe(direction);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      pointers.current.delete(event.pointerId);
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => {
      if (fitted) showActual(pointOf(event, stageElement));
      else setChosen(null);
    },
  };
  const zoom: Zoom = {
    in: () => zoomAt(ZOOM_STEP, middle),
    out: () => zoomAt(1 / ZOOM_STEP, middle),
    fit: () => setChosen(null),
    actual: () => showActual(middle),
    panBy: pan,
    isFitted: fitted,
    isSmallest: isSmallest(view, scene),
    isActual: isActual(view, scene),
    ofActual: view.scale / actualScale(scene),
  };
  return { view, scene, zoom, handlers };
}

/** Another photo of the same size may be shown where this one was. */
function holds(chosen: Chosen, { filepath, photo, isKept }: ViewportProps): boolean {
  const isSameSize = chosen.photo.width === photo.width && chosen.photo.height === photo.height;
  return isSameSize && (isKept || chosen.filepath === filepath);
}

function pointOf(event: { readonly clientX: number; readonly clientY: number }, element: HTMLElement | null): Point {
  const corner = element?.getBoundingClientRect();
  return { x: event.clientX - (corner?.left ?? 0), y: event.clientY - (corner?.top ?? 0) };
}
