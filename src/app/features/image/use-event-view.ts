import { useState } from 'react';
import { describeByPath } from '../../shared/images/describe-by-path';
import type { ImageDescription } from '../../shared/images/describe-image';
import { canBeShown, usePhotos, type Photo } from '../../shared/images/use-photos';
import type { OpenSurvey } from '../../state/app-state';
import { useImageTools } from '../../state/image-tools';
import { differenceOf, type Difference } from './difference';
import { framesAround, type EventFrames } from './event-frames';
import type { PlaceInOrder } from './neighbours';
import { useFlicker, type Played } from './use-flicker';

export interface EventView {
  /** The image of the address, or the one that is played at the moment. */
  readonly shown: ImageDescription;
  readonly photo: Photo;
  /** Null = the photo itself is shown. */
  readonly difference: Difference | null;
  /** Null while events are not known. */
  readonly frames: EventFrames | null;
  readonly canPlay: boolean;
  readonly isPlaying: boolean;
  readonly play: () => void;
  /** Ends playing; the photo of the moment stays when nothing else was asked for. */
  readonly pause: () => void;
  readonly leave: () => void;
}

interface EventViewProps {
  readonly open: OpenSurvey;
  readonly description: ImageDescription;
  /** In the order of the gallery. */
  readonly place: PlaceInOrder;
  readonly isDifference: boolean;
  readonly onPause: (filepath: string) => void;
}

/** The photo on the stage with the others of its event: played one after the other, or subtracted from each other. */
export function useEventView({ open, description, place, isDifference, onPause }: EventViewProps): EventView {
  const { speed } = useImageTools();
  const [played, setPlayed] = useState<Played | null>(null);
  const describe = (filepath: string | null) => describeByPath(open, filepath);
  const shown = describe(played?.filepath ?? null) ?? description;
  const frames = framesAround(open.events, shown.filepath);
  const before = describe(frames?.previous ?? null);
  const next = frames === null ? null : nextOf(frames, describe);
  const wanted = [
    shown,
    isDifference ? before : null,
    ...(played === null ? [place.next, place.previous, frames?.next ?? null].map(describe) : [next]),
    played === null ? before : null,
  ];
  const photoOf = usePhotos(open, [...new Set(wanted)].filter((one) => one !== null).filter(canBeWanted(shown)));
  const photo = photoOf(shown.filepath);
  const isNextReady = next !== null && photoOf(next.filepath).step !== 'loading';
  useFlicker({ played, next: isNextReady ? next.filepath : null, perSecond: speed, onPlay: setPlayed });
  return {
    shown,
    photo,
    difference: isDifference
      ? differenceOf(
          frames,
          { description: shown, photo },
          before === null ? null : { description: before, photo: photoOf(before.filepath) },
        )
      : null,
    frames,
    canPlay: next !== null,
    isPlaying: played !== null,
    play: () => setPlayed({ filepath: shown.filepath, since: performance.now() }),
    pause: () => {
      setPlayed(null);
      if (played !== null) onPause(shown.filepath);
    },
    leave: () => setPlayed(null),
  };
}

/** Round and round, without those that can't be shown; null = there is no other. */
function nextOf(
  { filepaths, index }: EventFrames,
  describe: (filepath: string) => ImageDescription | null,
): ImageDescription | null {
  for (let step = 1; step < filepaths.length; step++) {
    const found = describe(filepaths[(index + step) % filepaths.length]!);
    if (found !== null && canBeShown(found)) return found;
  }
  return null;
}

const canBeWanted = (shown: ImageDescription) => (one: ImageDescription) => one === shown || canBeShown(one);
