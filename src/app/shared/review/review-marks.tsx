import { BadgeCheck, Flag, PenLine, Star, StickyNote, type LucideIcon } from 'lucide-react';
import { messages } from '../../messages';
import { Icon } from '../icon';
import type { ImageDescription } from '../images/describe-image';
import styles from './review-marks.module.css';

export interface ReviewMark {
  readonly id: keyof typeof messages.review.marks;
  readonly icon: LucideIcon;
}

/** What a person did with an image, one sign each. */
export function reviewMarksOf({
  review,
  machine,
}: Pick<ImageDescription, 'review' | 'machine'>): readonly ReviewMark[] {
  if (review === null) return [];
  const marks: ReviewMark[] = [];
  if (machine !== null) {
    marks.push(machine.isSame ? { id: 'confirmed', icon: BadgeCheck } : { id: 'changed', icon: PenLine });
  }
  if (review.isFlagged) marks.push({ id: 'flagged', icon: Flag });
  if (review.isStarred) marks.push({ id: 'starred', icon: Star });
  if (review.note !== '') marks.push({ id: 'noted', icon: StickyNote });
  return marks;
}

/** Silent: what is around it says the same in words. */
export function ReviewMarks({
  description,
  size = 14,
}: {
  readonly description: ImageDescription;
  readonly size?: 14 | 16;
}) {
  return reviewMarksOf(description).map(({ id, icon }) => (
    <span key={id} className={styles[id]} title={messages.review.marks[id]} data-mark={id}>
      <Icon of={icon} size={size} />
    </span>
  ));
}
