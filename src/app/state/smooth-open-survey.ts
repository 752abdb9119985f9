import { groupSmoothing, type SmoothingGroup } from '../../domain/group-smoothing';
import { SMOOTHING_DEFAULTS } from '../../domain/megadetector/smoothing-options';
import { smoothSurvey } from '../../domain/smooth-survey';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { SurveySettings } from '../../domain/survey';
import type { SurveyRules } from '../../pipeline/conclude';
import type { SurveyImage } from './app-state';
import type { FoundEvents } from './event-state';
import { exportRowsOf } from './export-rows';

/** What smoothing changes in these images, and what it changes alike. */
export interface SmoothingPass {
  readonly changesOf: ReadonlyMap<string, SmoothedClasses>;
  readonly descriptionOf: ReadonlyMap<string, string>;
  readonly groups: readonly SmoothingGroup[];
}

export function* smoothOpenSurvey(
  images: readonly SurveyImage[],
  settings: SurveySettings & { readonly smoothing: 'images' | 'events' },
  rules: SurveyRules,
  events: FoundEvents,
): Generator<unknown, SmoothingPass, void> {
  const { changesOf, descriptionOf } = yield* smoothSurvey(exportRowsOf(images, rules.labels, rules.speciesPer, null), {
    context: rules,
    level: settings.smoothing,
    events: filesOf(events),
    options: { ...SMOOTHING_DEFAULTS, ancestors: settings.smoothingAncestors ?? SMOOTHING_DEFAULTS.ancestors },
  });
  const groups = yield* groupSmoothing(changesOf, events.eventIdOf);
  return { changesOf, descriptionOf, groups };
}

function* filesOf({ events }: FoundEvents) {
  for (const { filepaths } of events) yield filepaths;
}
