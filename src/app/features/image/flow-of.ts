import { reviewFlowMessages } from '../../messages/review-flow-messages';
import type { ImageDescription } from '../../shared/images/describe-image';
import { isLeft } from '../../shared/review/is-left';
import { lastOf, nextLeft } from '../../shared/review/next-left';
import type { ReviewingOptions, Together } from '../../shared/review/use-reviewing';
import type { OpenSurvey } from '../../state/app-state';
import { eventOf } from '../../state/event-files';
import type { OrderAround } from './neighbours';

interface Flow extends ReviewingOptions {
  readonly together: Together;
  /** Images of the event that nobody has reviewed. */
  readonly leftInEvent: number;
}

/**
 * Where review goes on: after an answer at the next image that nobody has reviewed. Whoever changes an answer goes on to the
 * next image, as without it.
 */
export function flowOf(
  open: OpenSurvey,
  description: ImageDescription,
  { place, order }: OrderAround,
  show: (filepath: string | null) => void,
): Flow {
  const { filepath } = description;
  const isLeftHere = (path: string) => isLeft(open.imageOf(path));
  const files = eventOf(open.events.found, filepath)?.filepaths ?? [filepath];
  const left = files.filter(isLeftHere);
  const goOn = (acted: readonly string[]) => {
    const done = new Set(acted);
    show(nextLeft(order, Math.max(lastOf(order, done), place.index), done, isLeftHere));
  };
  return {
    onSaid: () => (description.review?.observations == null ? goOn([filepath]) : show(place.next)),
    together: { label: reviewFlowMessages.confirmEvent, left: () => left, onDone: () => goOn(files) },
    leftInEvent: left.length,
  };
}
