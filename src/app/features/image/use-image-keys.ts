import { AS_IT_IS, stepTone, type Tone } from '../../shared/images/picture-adjustments';
import { useScreenKeys } from '../../shared/use-screen-keys';
import { changeImageTools, FLICKER_SPEEDS, useImageTools } from '../../state/image-tools';

export interface ImageKeyActs {
  readonly onPanel: () => void;
  readonly onMagnifier: (isRepeated: boolean) => void;
  readonly onDifference: () => void;
  readonly onPlay: () => void;
  readonly onPreviousFrame: () => void;
  readonly onNextFrame: () => void;
}

/** Keys for looking closely; the list of all keys is in messages/en/keys.ts. */
export function useImageKeys(acts: ImageKeyActs): void {
  const { adjustments, keepsZoom, isStripOpen, speed } = useImageTools();
  const tone = (name: Tone, steps: number) => changeImageTools({ adjustments: stepTone(adjustments, name, steps) });
  const faster = (steps: number) => {
    const index = FLICKER_SPEEDS.indexOf(speed) + steps;
    changeImageTools({ speed: FLICKER_SPEEDS[index] ?? speed });
  };
  useScreenKeys((key, { shiftKey, repeat }) => {
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'q':
        tone(shiftKey ? 'contrast' : 'brightness', -1);
        return true;
      case 'w':
        tone(shiftKey ? 'contrast' : 'brightness', 1);
        return true;
      case 't':
        tone('gamma', shiftKey ? -1 : 1);
        return true;
      case 'i':
        changeImageTools({ adjustments: { ...adjustments, isInverted: !adjustments.isInverted } });
        return true;
      case 'x':
        changeImageTools({ adjustments: AS_IT_IS });
        return true;
      case 'z':
        if (!shiftKey) return false;
        changeImageTools({ keepsZoom: !keepsZoom });
        return true;
      case 'r':
        changeImageTools({ isStripOpen: !isStripOpen });
        return true;
      case 'j':
        acts.onPanel();
        return true;
      case 'm':
        acts.onMagnifier(repeat);
        return true;
      case 'd':
        acts.onDifference();
        return true;
      case 'k':
        acts.onPlay();
        return true;
      case ',':
        acts.onPreviousFrame();
        return true;
      case '.':
        acts.onNextFrame();
        return true;
      case '<':
        faster(-1);
        return true;
      case '>':
        faster(1);
        return true;
      default:
        return false;
    }
  });
}
