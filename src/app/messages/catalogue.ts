import type { messages } from '.';
import type { agreementFilterMessages } from './agreement-filter-messages';
import type { conditionMessages } from './conditions';
import type { creditMessages } from './credit-messages';
import type { labelMessages } from './label-messages';
import type { placeMessages } from './place-messages';
import type { referenceCheckMessages } from './reference-check-messages';
import type { reviewExportMessages } from './review-export-messages';
import type { reviewFlowMessages } from './review-flow-messages';
import type { reviewModeMessages } from './review-mode-messages';
import type { queueMessages } from './queue-messages';
import type { tourMessages } from './tour-messages';
import type { licencesMessages } from './licences-messages';
import type { compareMessages } from './compare-messages';
import type { mergeMessages } from './merge-messages';
import type { similarMessages } from './similar-messages';
import type { speedMessages } from './speed-messages';

/** All words of one language, by the names that `speakable` gave the parts. */
export type Catalogue = Readonly<{
  messages: typeof messages;
  conditions: typeof conditionMessages;
  labels: typeof labelMessages;
  referenceCheck: typeof referenceCheckMessages;
  reviewModes: typeof reviewModeMessages;
  agreementFilter: typeof agreementFilterMessages;
  reviewExport: typeof reviewExportMessages;
  tour: typeof tourMessages;
  reviewFlow: typeof reviewFlowMessages;
  compare: typeof compareMessages;
  merge: typeof mergeMessages;
  similar: typeof similarMessages;
  queue: typeof queueMessages;
  places: typeof placeMessages;
  credits: typeof creditMessages;
  licences: typeof licencesMessages;
  speed: typeof speedMessages;
}>;
