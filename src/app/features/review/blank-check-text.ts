import type { BlankCheck } from '../../../domain/review-modes/blank-check';
import type { Confidence } from '../../../domain/review-modes/proportion-interval';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { formatDate } from '../../shared/format/format-date';
import { formatShare } from './format-share';

const words = reviewModeMessages.blank;

export interface BlankCheckReport {
  readonly surveyName: string;
  readonly check: BlankCheck;
  readonly confidence: Confidence;
  readonly seed: number;
  readonly model: string;
  readonly reviewer: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** "95 % interval 0.4 % to 9.1 %"; null before anything was looked at, and when nothing is left to be unsure of. */
export function intervalText({ missed }: BlankCheck, confidence: Confidence): string | null {
  if (missed.share === null || missed.method === 'complete') return null;
  return words.interval(formatShare(confidence), formatShare(missed.low), formatShare(missed.high));
}

/** The result with its method and numbers, to be pasted into a report. */
export function blankCheckText(report: BlankCheckReport): string {
  const { surveyName, check, confidence, seed, model, reviewer, at } = report;
  const { text } = words;
  const blanks = check.strata.reduce((sum, stratum) => sum + stratum.blanks, 0);
  const interval = intervalText(check, confidence);
  const share = check.missed.share === null ? words.notYet : formatShare(check.missed.share);
  return [
    text.title(surveyName, formatDate(at)),
    text.population(blanks, check.strata.length),
    text.sample(check.answered, seed),
    text.found(check.found.length, check.unclear),
    text.share(interval === null ? share : `${share}; ${interval}`),
    ...(check.missed.method === 'none' ? [] : [text.method(words.methods[check.missed.method])]),
    ...check.strata.map(({ name, blanks: all, looked, found }) =>
      text.camera(name === '' ? messages.events.topFolder : name, all, looked, found),
    ),
    ...(model === '' ? [] : [text.model(model)]),
    ...(reviewer === '' ? [] : [text.by(reviewer)]),
    '',
  ].join('\n');
}
