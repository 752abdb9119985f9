import type { messages } from '.';
import type { conditionMessages } from './conditions';
import type { labelMessages } from './label-messages';
import type { referenceCheckMessages } from './reference-check-messages';
import type { reviewModeMessages } from './review-mode-messages';

/** All words of one language, by the names that `speakable` gave the parts. */
export type Catalogue = Readonly<{
  messages: typeof messages;
  conditions: typeof conditionMessages;
  labels: typeof labelMessages;
  referenceCheck: typeof referenceCheckMessages;
  reviewModes: typeof reviewModeMessages;
}>;
