import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { DETECTION_LABELS, type Bbox } from '../../../domain/detection';
import { boxBetween, dragBox, splitBox, type BoxHandle } from '../../../domain/review/edit-boxes';
import type { ReviewBox } from '../../../domain/review/image-review';
import { messages } from '../../messages';
import { classNames } from '../class-names';
import { lineName } from '../images/image-words';
import styles from './box-editor.module.css';

export interface BoxEditorProps {
  readonly boxes: readonly ReviewBox[];
  /** Pixels of the photo: which side of a box is the longer one. */
  readonly size: { readonly width: number; readonly height: number };
  readonly onChange: (boxes: readonly ReviewBox[]) => void;
  /** The box with this number is to get another label. */
  readonly onLabel: (index: number) => void;
}

const words = messages.boxEditor;
const HANDLES: readonly Exclude<BoxHandle, 'all'>[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];
/** How far a key moves a box or its lower right corner, in fractions of the image. */
const STEP = 0.005;

interface Drag {
  readonly index: number;
  readonly handle: BoxHandle;
  readonly from: readonly [x: number, y: number];
  readonly before: Bbox;
}

/** The box that gets the keyboard when there are so many. */
interface WantedBox {
  readonly index: number;
  readonly boxes: number;
}

/**
 * Boxes that can be moved, sized, drawn, split, named and removed; it lies over the photo, whatever its size. What is dragged is
 * told when it is let go.
 */
export function BoxEditor({ boxes, size, onChange, onLabel }: BoxEditorProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [drawnFrom, setDrawnFrom] = useState<readonly [number, number] | null>(null);
  const [shown, setShown] = useState<Bbox | null>(null);
  const wanted = useRef<WantedBox | null>(null);
  useEffect(() => {
    // A box that was drawn, split off or left over has the keyboard next: once the change is stored, and not before.
    if (wanted.current?.boxes !== boxes.length) return;
    const index = Math.min(wanted.current.index, boxes.length - 1);
    wanted.current = null;
    layer.current?.querySelector<HTMLElement>(`[data-box="${index}"]`)?.focus();
  }, [boxes]);

  const pointOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = layer.current!.getBoundingClientRect();
    return [(event.clientX - left) / width, (event.clientY - top) / height];
  };
  const replace = (index: number, ...by: readonly ReviewBox[]) => onChange(boxes.toSpliced(index, 1, ...by));

  const startDrag = (event: PointerEvent, index: number, handle: BoxHandle) => {
    if (event.button !== 0) return;
    event.stopPropagation(); // the photo below is not moved
    layer.current!.setPointerCapture(event.pointerId);
    const { bbox } = boxes[index]!;
    setDrag({ index, handle, from: pointOf(event), before: bbox });
    setShown(bbox);
  };
  const startDrawing = (event: PointerEvent) => {
    if (event.button !== 0 || event.target !== layer.current) return;
    event.stopPropagation();
    layer.current.setPointerCapture(event.pointerId);
    setDrawnFrom(pointOf(event));
  };
  const onMove = (event: PointerEvent) => {
    const to = pointOf(event);
    if (drag !== null) setShown(dragBox(drag.before, drag.handle, to[0] - drag.from[0], to[1] - drag.from[1]));
    else if (drawnFrom !== null) setShown(boxBetween(drawnFrom, to));
  };
  const end = (isDone: boolean) => {
    if (isDone && shown !== null && drag !== null) replace(drag.index, { ...boxes[drag.index]!, bbox: shown });
    if (isDone && shown !== null && drawnFrom !== null) {
      wanted.current = { index: boxes.length, boxes: boxes.length + 1 };
      onChange([...boxes, { bbox: shown, category: '1', label: null, from: null }]);
    }
    setDrag(null);
    setDrawnFrom(null);
    setShown(null);
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const box = boxes[index]!;
    const arrow = ARROWS[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (arrow !== undefined) {
      const [dx, dy] = arrow;
      replace(index, { ...box, bbox: dragBox(box.bbox, event.shiftKey ? 'se' : 'all', dx * STEP, dy * STEP) });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      wanted.current = { index, boxes: boxes.length - 1 };
      replace(index);
    } else if (event.key === 'Enter') onLabel(index);
    else if (event.key === '/') {
      const parts = splitBox(box, size);
      wanted.current = { index: index + 1, boxes: boxes.length - 1 + parts.length };
      replace(index, ...parts);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={layer}
      className={styles.layer}
      role="group"
      aria-label={words.region}
      onPointerDown={startDrawing}
      onPointerMove={onMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
    >
      {boxes.map((box, index) => (
        <div
          key={index}
          data-box={index}
          role="button"
          tabIndex={0}
          aria-label={words.box(index + 1, nameOf(box))}
          aria-description={words.keys}
          className={classNames(styles.box, styles[DETECTION_LABELS[box.category]])}
          style={placeOf(drag?.index === index && shown !== null ? shown : box.bbox)}
          onPointerDown={(event) => startDrag(event, index, 'all')}
          onDoubleClick={() => onLabel(index)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <span className={styles.name}>{nameOf(box)}</span>
          {HANDLES.map((handle) => (
            <span
              key={handle}
              data-handle={handle}
              className={classNames(styles.handle, styles[handle])}
              onPointerDown={(event) => startDrag(event, index, handle)}
            />
          ))}
        </div>
      ))}
      {drawnFrom !== null && shown !== null && <div className={styles.drawn} style={placeOf(shown)} />}
    </div>
  );
}

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const nameOf = ({ label, category }: ReviewBox) =>
  label === null ? messages.images.kinds[DETECTION_LABELS[category]] : lineName(label);

const placeOf = ([x, y, width, height]: Bbox) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});
