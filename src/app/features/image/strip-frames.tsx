import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { ImageDescription } from '../../shared/images/describe-image';
import type { LoadPreview } from '../../shared/images/use-preview';
import { useElementSize } from '../../shared/use-element-size';
import { useRangeWith } from '../../shared/use-range-with';
import type { EventFrames } from './event-frames';
import { longGap } from './frame-gap';
import { StripFrame } from './strip-frame';
import styles from './strip-frames.module.css';

export interface StripFramesProps {
  readonly frames: EventFrames;
  readonly describe: (filepath: string) => ImageDescription | null;
  readonly loadPreview: LoadPreview;
  readonly scoresAs: ScoreFormat;
  readonly onShow: (filepath: string) => void;
}

/** A frame and the space after it, px. */
const FRAME_PX = 94;

/** One tab stop; arrows move within the event; only the frames on the screen and the current one are in the document. */
export function StripFrames({ frames, describe, loadPreview, scoresAs, onShow }: StripFramesProps) {
  const { filepaths, index } = frames;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [measure, size] = useElementSize<HTMLDivElement>();
  const withCurrent = useRangeWith(index);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: size === null ? 0 : filepaths.length,
    horizontal: true,
    getScrollElement: () => scroller,
    estimateSize: () => FRAME_PX,
    overscan: 4,
    paddingStart: 8,
    paddingEnd: 8,
    scrollPaddingStart: FRAME_PX,
    scrollPaddingEnd: FRAME_PX,
    rangeExtractor: withCurrent,
  });
  const wantsFocus = useRef(false);
  const isMeasured = size !== null && scroller !== null;
  useLayoutEffect(() => {
    if (!isMeasured) return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }, [index, filepaths, isMeasured, scroller, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -filepaths.length, End: filepaths.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = Math.max(0, Math.min(filepaths.length - 1, index + step));
    if (target === index) return;
    wantsFocus.current = true;
    onShow(filepaths[target]!);
  };
  return (
    <div ref={setScroller} className={styles.scroller} onKeyDown={onKeyDown}>
      <div ref={measure} className={styles.room}>
        <ol role="list" className={styles.frames} style={{ inlineSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const description = describe(filepaths[item.index]!);
            if (description === null) return null;
            const before = item.index === 0 ? null : describe(filepaths[item.index - 1]!);
            return (
              <li
                key={description.filepath}
                className={styles.item}
                style={{ insetInlineStart: item.start }}
                aria-setsize={filepaths.length}
                aria-posinset={item.index + 1}
              >
                <StripFrame
                  description={description}
                  index={item.index}
                  count={filepaths.length}
                  gap={longGap(before?.capturedAt ?? null, description.capturedAt)}
                  isCurrent={item.index === index}
                  loadPreview={loadPreview}
                  scoresAs={scoresAs}
                  onShow={onShow}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
