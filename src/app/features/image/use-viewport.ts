import { useEffect, useEffectEvent, useRef, useState, type PointerEvent } from 'react';
import { fitPhoto, isFitted, keepOnStage, panBy, showActualPixels, ZOOM_STEP, zoomAt } from './viewport';
import type { Point, Size, Viewport } from './viewport';

export interface Zoom {
  readonly in: () => void;
  readonly out: () => void;
  readonly fit: () => void;
  readonly actual: () => void;
  readonly isFitted: boolean;
}

interface ViewportProps {
  readonly stageElement: HTMLElement | null;
  readonly stage: Size;
  readonly photo: Size;
  /** A finger swept over the fitted photo: -1 to the next image, 1 to the previous one. */
  readonly onSwipe: (direction: -1 | 1) => void;
}

const SWIPE_PX = 60;

/** Zoom and pan by wheel, pointer, two fingers and buttons. Null inside means: fitted, also when the stage changes. */
export function useViewport({ stageElement, stage, photo, onSwipe }: ViewportProps) {
  const [chosen, setChosen] = useState<Viewport | null>(null);
  const view = chosen === null ? fitPhoto(photo, stage) : keepOnStage(chosen, photo, stage);
  const set = (next: Viewport) => setChosen(isFitted(next, photo, stage) ? null : next);
  const zoomBy = (factor: number, at: Point) => set(zoomAt(view, factor, at, photo, stage));
  const middle = { x: stage.width / 2, y: stage.height / 2 };

  // React listens to wheel passively, and then the page would scroll along.
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    zoomBy(Math.exp(-event.deltaY * lines * 0.0022), pointOf(event, stageElement));
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
        zoomBy(distance(now, other) / Math.max(1, distance(before, other)), between(now, other));
        sweep.current = { dx: 0, dy: Infinity };
        return;
      }
      sweep.current = { dx: sweep.current.dx + now.x - before.x, dy: sweep.current.dy + now.y - before.y };
      if (chosen !== null) set(panBy(view, now.x - before.x, now.y - before.y, photo, stage));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!pointers.current.delete(event.pointerId)) return;
      const { dx, dy } = sweep.current;
      const isSwipe =
        event.pointerType === 'touch' && chosen === null && Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy);
      if (isSwipe) onSwipe(dx > 0 ? 1 : -1);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      pointers.current.delete(event.pointerId);
    },
    onDoubleClick: (event: React.MouseEvent<HTMLElement>) => {
      if (chosen === null) zoomBy(2.5, pointOf(event, stageElement));
      else setChosen(null);
    },
  };
  const zoom: Zoom = {
    in: () => zoomBy(ZOOM_STEP, middle),
    out: () => zoomBy(1 / ZOOM_STEP, middle),
    fit: () => setChosen(null),
    actual: () => set(showActualPixels(view, photo, stage, globalThis.devicePixelRatio)),
    isFitted: chosen === null,
  };
  return { view, zoom, handlers };
}

function pointOf(event: { readonly clientX: number; readonly clientY: number }, element: HTMLElement | null): Point {
  const corner = element?.getBoundingClientRect();
  return { x: event.clientX - (corner?.left ?? 0), y: event.clientY - (corner?.top ?? 0) };
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
