import { Contrast, Play, RotateCcw, SquaresSubtract, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../messages';
import { formatCaptureTime } from '../../shared/format/format-date';
import { Icon } from '../../shared/icon';
import { IconButton } from '../../shared/icon-button';
import { AS_IT_IS, isAsItIs, type PictureAdjustments } from '../../shared/images/picture-adjustments';
import { changeImageTools } from '../../state/image-tools';
import { adjustmentWords } from './adjustment-words';
import type { Difference } from './difference';
import type { EventFrames } from './event-frames';
import styles from './stage-signs.module.css';

export interface StageSignsProps {
  readonly adjustments: PictureAdjustments;
  readonly difference: Difference | null;
  readonly gain: number;
  /** Where the playing is; null = nothing is played. */
  readonly playing: EventFrames | null;
  readonly onEndDifference: () => void;
}

/** Over the photo: what is shown there that is not the photo as the camera took it, and the way back. */
export function StageSigns({ adjustments, difference, gain, playing, onEndDifference }: StageSignsProps) {
  const { imageView: words } = messages;
  return (
    <div className={styles.signs}>
      {difference !== null && (
        <Sign
          icon={SquaresSubtract}
          act={<IconButton icon={X} size="small" label={words.endDifference} shortcut="D" onClick={onEndDifference} />}
        >
          {differenceWords(difference, gain)}
        </Sign>
      )}
      {!isAsItIs(adjustments) && (
        <Sign
          icon={Contrast}
          act={
            <IconButton
              icon={RotateCcw}
              size="small"
              label={words.showAsItIs}
              shortcut="X"
              onClick={() => changeImageTools({ adjustments: AS_IT_IS })}
            />
          }
        >
          {words.adjusted(adjustmentWords(adjustments))}
        </Sign>
      )}
      {playing !== null && <Sign icon={Play}>{words.playing(playing.index + 1, playing.filepaths.length)}</Sign>}
    </div>
  );
}

interface SignProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly act?: ReactNode;
}

function Sign({ icon, children, act }: SignProps) {
  return (
    <div className={styles.sign}>
      <Icon of={icon} />
      <span>{children}</span>
      {act}
    </div>
  );
}

function differenceWords(difference: Difference, gain: number): string {
  const { imageView: words } = messages;
  if (difference.step === 'none') return words.noDifference[difference.reason];
  const { capturedAt, fileName } = difference.to;
  return words.differenceTo(capturedAt === null ? fileName : formatCaptureTime(capturedAt), gain);
}
