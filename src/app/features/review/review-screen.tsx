import type { ReviewScreenName } from '../../state/routes';
import { useOpenSurvey } from '../../state/use-open-survey';
import { AgreementScreen } from './agreement-screen';
import { BlankCheckScreen } from './blank-check-screen';
import { EventScreen } from './event-screen';
import { OverviewScreen } from './overview-screen';
import { PeopleScreen } from './people-screen';
import { SpeciesScreen } from './species-screen';
import { UncertainScreen } from './uncertain-screen';

const SCREENS = {
  review: OverviewScreen,
  blankCheck: BlankCheckScreen,
  eventReview: EventScreen,
  agreement: AgreementScreen,
  uncertainFirst: UncertainScreen,
  speciesReview: SpeciesScreen,
  peopleFirst: PeopleScreen,
} as const satisfies Record<ReviewScreenName, unknown>;

export interface ReviewScreenProps {
  readonly surveyId: string;
  readonly screen: ReviewScreenName;
}

/** Ways in which people check what the machine says; their code comes together. */
export function ReviewScreen({ surveyId, screen }: ReviewScreenProps) {
  const opened = useOpenSurvey(surveyId);
  const Shown = SCREENS[screen];
  return opened.step === 'open' ? <Shown open={opened.open} /> : null;
}
