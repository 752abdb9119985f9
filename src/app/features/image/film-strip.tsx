import { ChevronDown, ChevronUp } from 'lucide-react';
import { messages } from '../../messages';
import { formatDuration } from '../../shared/format/format-duration';
import type { ScoreFormat } from '../../shared/format/format-score';
import { IconButton } from '../../shared/icon-button';
import type { ImageDescription } from '../../shared/images/describe-image';
import type { LoadPreview } from '../../shared/images/use-preview';
import { changeImageTools, useImageTools } from '../../state/image-tools';
import type { EventFrames } from './event-frames';
import type { EventPlace } from './event-place';
import styles from './film-strip.module.css';
import { FramePlayer } from './frame-player';
import { StripFrames } from './strip-frames';
import type { EventView } from './use-event-view';

export interface FilmStripProps {
  readonly view: Pick<EventView, 'canPlay' | 'isPlaying' | 'play' | 'pause'>;
  readonly frames: EventFrames;
  readonly event: EventPlace['event'];
  readonly describe: (filepath: string) => ImageDescription | null;
  readonly loadPreview: LoadPreview;
  readonly scoresAs: ScoreFormat;
  readonly onShow: (filepath: string | null) => void;
}

/** The photos of the event in a row below the photo, and what plays them. */
export function FilmStrip({ view, frames, event, describe, loadPreview, scoresAs, onShow }: FilmStripProps) {
  const { imageView: words } = messages;
  const { isStripOpen } = useImageTools();
  return (
    <section className={styles.strip} aria-label={words.strip}>
      <div className={styles.head}>
        <IconButton
          icon={isStripOpen ? ChevronDown : ChevronUp}
          size="small"
          label={isStripOpen ? words.hideStrip : words.showStrip}
          shortcut="R"
          aria-expanded={isStripOpen}
          onClick={() => changeImageTools({ isStripOpen: !isStripOpen })}
        />
        <p className={styles.words}>
          <strong>{messages.events.event}</strong>{' '}
          {event === null ? words.noTime : words.frameOf(frames.index + 1, frames.filepaths.length)}
          {event !== null && event.images > 1 && (
            <span className={styles.lasting}> {words.lasting(formatDuration(event.seconds))}</span>
          )}
        </p>
        <FramePlayer view={view} frames={frames} onShow={onShow} />
      </div>
      {isStripOpen && (
        <StripFrames
          frames={frames}
          describe={describe}
          loadPreview={loadPreview}
          scoresAs={scoresAs}
          onShow={onShow}
        />
      )}
    </section>
  );
}
