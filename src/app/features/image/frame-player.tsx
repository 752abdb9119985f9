import { Pause, Play, StepBack, StepForward } from 'lucide-react';
import { messages } from '../../messages';
import { IconButton } from '../../shared/icon-button';
import { Segmented } from '../../shared/segmented';
import { changeImageTools, FLICKER_SPEEDS, useImageTools } from '../../state/image-tools';
import type { EventFrames } from './event-frames';
import { giveKeysBack } from './give-keys-back';
import styles from './frame-player.module.css';
import type { EventView } from './use-event-view';

export interface FramePlayerProps {
  readonly view: Pick<EventView, 'canPlay' | 'isPlaying' | 'play' | 'pause'>;
  readonly frames: EventFrames;
  readonly onShow: (filepath: string | null) => void;
}

/** One photo back or on within the event, or all of them in quick succession. */
export function FramePlayer({ view, frames, onShow }: FramePlayerProps) {
  const { imageView: words } = messages;
  const { speed } = useImageTools();
  const { canPlay, isPlaying, play, pause } = view;
  return (
    <div className={styles.player} onClick={giveKeysBack}>
      <IconButton
        icon={StepBack}
        size="small"
        label={words.previousFrame}
        shortcut=","
        disabled={frames.previous === null}
        onClick={() => onShow(frames.previous)}
      />
      <IconButton
        icon={isPlaying ? Pause : Play}
        size="small"
        label={isPlaying ? words.pause : words.play}
        shortcut="K"
        disabled={!canPlay}
        onClick={isPlaying ? pause : play}
      />
      <IconButton
        icon={StepForward}
        size="small"
        label={words.nextFrame}
        shortcut="."
        disabled={frames.next === null}
        onClick={() => onShow(frames.next)}
      />
      <Segmented
        size="small"
        label={words.speed}
        segments={FLICKER_SPEEDS.map((value) => ({ value: String(value), label: words.speedOf(value) }))}
        value={String(speed)}
        onChange={(value) => changeImageTools({ speed: FLICKER_SPEEDS.find((one) => String(one) === value) ?? speed })}
      />
    </div>
  );
}
