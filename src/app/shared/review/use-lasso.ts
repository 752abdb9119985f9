import { useEffect, useEffectEvent, useState } from 'react';
import { rectangleBetween, type Point, type Rectangle } from './lasso';

/** A drag shorter than this is a click. */
const LEAST_PX = 6;
/** Near the edge the content moves along, faster the nearer. */
const EDGE_PX = 40;
const STEP_PX = 14;

/**
 * A rectangle drawn with the mouse over what `scroller` scrolls. `onLasso` hears of it while it grows; `isAdded` = what was chosen
 * before stays; `isFirst` = another lasso begins. Touch scrolls instead. Returns the rectangle to be drawn, or null.
 */
export function useLasso(
  scroller: HTMLElement | null,
  onLasso: (rectangle: Rectangle, isAdded: boolean, isFirst: boolean) => void,
): Rectangle | null {
  const [shown, setShown] = useState<Rectangle | null>(null);
  const tell = useEffectEvent(onLasso);
  useEffect(() => {
    if (scroller === null) return;
    let from: Point | null = null;
    let pointer: { readonly x: number; readonly y: number; readonly isAdded: boolean } | null = null;
    let isDrawing = false;
    let frame = 0;

    const contentPoint = (clientX: number, clientY: number): Point => {
      const { left, top } = scroller.getBoundingClientRect();
      return { x: clientX - left + scroller.scrollLeft, y: clientY - top + scroller.scrollTop };
    };
    let isFirst = true;
    const draw = () => {
      if (from === null || pointer === null) return;
      const rectangle = rectangleBetween(from, contentPoint(pointer.x, pointer.y));
      setShown(rectangle);
      tell(rectangle, pointer.isAdded, isFirst);
      isFirst = false;
    };
    const scrollAtEdge = () => {
      if (!isDrawing || pointer === null) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      const above = Math.max(0, top + EDGE_PX - pointer.y);
      const below = Math.max(0, pointer.y - bottom + EDGE_PX);
      if (above > 0 || below > 0) {
        scroller.scrollBy(0, ((below - above) / EDGE_PX) * STEP_PX);
        draw();
      }
      frame = requestAnimationFrame(scrollAtEdge);
    };
    const end = () => {
      cancelAnimationFrame(frame);
      if (isDrawing) window.addEventListener('click', swallow, { capture: true, once: true });
      // A drag that ends outside of any tile is followed by no click.
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      from = null;
      pointer = null;
      isDrawing = false;
      setShown(null);
    };
    const swallow = (event: MouseEvent) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onDown = (event: PointerEvent) => {
      const isOnScrollbar = event.offsetX > scroller.clientWidth && event.target === scroller;
      if (event.pointerType !== 'mouse' || event.button !== 0 || event.shiftKey || isOnScrollbar) return;
      from = contentPoint(event.clientX, event.clientY);
    };
    const onMove = (event: PointerEvent) => {
      if (from === null) return;
      if ((event.buttons & 1) === 0) return end();
      const to = contentPoint(event.clientX, event.clientY);
      if (!isDrawing && Math.hypot(to.x - from.x, to.y - from.y) < LEAST_PX) return;
      pointer = { x: event.clientX, y: event.clientY, isAdded: event.ctrlKey || event.metaKey };
      if (!isDrawing) {
        isDrawing = true;
        isFirst = true;
        frame = requestAnimationFrame(scrollAtEdge);
      }
      event.preventDefault();
      draw();
    };
    scroller.addEventListener('pointerdown', onDown);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('click', swallow, { capture: true });
    };
  }, [scroller]);
  return shown;
}
