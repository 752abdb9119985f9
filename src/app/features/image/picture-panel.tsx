import { X } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { IconButton } from '../../shared/icon-button';
import {
  AS_IT_IS,
  isAsItIs,
  TONE_LIMITS,
  TONE_STEP,
  type PictureAdjustments,
} from '../../shared/images/picture-adjustments';
import { Segmented } from '../../shared/segmented';
import { Slider } from '../../shared/slider';
import { Switch } from '../../shared/switch';
import { changeImageTools, DIFFERENCE_GAINS, useImageTools } from '../../state/image-tools';
import { TONES } from './adjustment-words';
import { giveKeysBack } from './give-keys-back';
import styles from './picture-panel.module.css';

export interface PicturePanelProps {
  readonly id: string;
  readonly isDifference: boolean;
  readonly onDifference: (isOn: boolean) => void;
  readonly onClose: () => void;
}

/** Stays open from photo to photo, beside what it changes: not a dialog, so that all keys go on working. */
export function PicturePanel({ id, isDifference, onDifference, onClose }: PicturePanelProps) {
  const { imageView: words, common } = messages;
  const { adjustments, gain } = useImageTools();
  const change = (part: Partial<PictureAdjustments>) => changeImageTools({ adjustments: { ...adjustments, ...part } });
  return (
    <section
      id={id}
      className={styles.panel}
      aria-label={words.pictureLong}
      onClick={giveKeysBack}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2>{words.picture}</h2>
        <Button size="small" disabled={isAsItIs(adjustments)} onClick={() => change(AS_IT_IS)} shortcut="X">
          {words.reset}
        </Button>
        <IconButton icon={X} size="small" label={common.close} onClick={onClose} />
      </div>
      {TONES.map((tone) => (
        <div key={tone} className={styles.tone}>
          <span aria-hidden>{words.tones[tone]}</span>
          <span aria-hidden className={styles.value}>
            {words.toneValue(2 ** adjustments[tone])}
          </span>
          <Slider<number>
            labels={[words.tones[tone]]}
            value={adjustments[tone]}
            min={-TONE_LIMITS[tone]}
            max={TONE_LIMITS[tone]}
            step={TONE_STEP}
            largeStep={4 * TONE_STEP}
            onChange={(value) => change({ [tone]: value })}
            formatValue={(value) => words.toneValue(2 ** value)}
          />
        </div>
      ))}
      <Switch label={words.invert} isOn={adjustments.isInverted} onChange={(isInverted) => change({ isInverted })} />
      <p className={styles.hint}>{words.pictureHint}</p>
      <div className={styles.difference}>
        <Switch label={words.difference} isOn={isDifference} onChange={onDifference} />
        {isDifference && (
          <Segmented
            size="small"
            label={words.gain}
            segments={DIFFERENCE_GAINS.map((value) => ({ value: String(value), label: words.gainOf(value) }))}
            value={String(gain)}
            onChange={(value) =>
              changeImageTools({ gain: DIFFERENCE_GAINS.find((one) => String(one) === value) ?? gain })
            }
          />
        )}
      </div>
    </section>
  );
}
