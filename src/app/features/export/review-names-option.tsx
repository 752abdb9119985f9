import { reviewExportMessages as words } from '../../messages/review-export-messages';
import type { SurveyImage } from '../../state/app-state';
import { hasFact } from '../../state/survey-row';
import { Switch } from '../../shared/switch';

/** Result files of other programs in which the person's names can stand in place of the machine's. */
const WITH_NAMES: ReadonlySet<string> = new Set(['speciesnet', 'megadetector', 'timelapse']);

export interface ReviewNamesOptionProps {
  readonly formatId: string;
  /** Images with an answer of a person. */
  readonly reviewed: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Images with facts of which people said what is in them or where its boxes are. */
export function countReviewed(images: readonly SurveyImage[]): number {
  return images.filter((image) => hasFact(image) && hasAnswer(image.review)).length;
}

const hasAnswer = (review: SurveyImage['review']) =>
  review !== null && (review.observations !== null || review.boxes !== null);

/** Whose names the file has; nothing for formats that hold both. */
export function ReviewNamesOption({ formatId, reviewed, isOn, onChange }: ReviewNamesOptionProps) {
  if (!WITH_NAMES.has(formatId)) return null;
  return (
    <Switch
      label={words.useReview}
      hint={reviewed === 0 ? words.noReview : words.useReviewHint}
      isOn={isOn && reviewed > 0}
      isDisabled={reviewed === 0}
      onChange={onChange}
    />
  );
}
