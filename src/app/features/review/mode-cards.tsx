import { CalendarRange, CircleHelp, Dices, PawPrint, Scale, UserCheck, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { LinkCard } from '../../shared/link-card';
import type { OpenSurvey } from '../../state/app-state';
import { routes, type ReviewScreenName } from '../../state/routes';
import { useReviewView } from '../../state/review-view';
import { intervalText } from './blank-check-text';
import { isEventDone } from './event-frames';
import { formatShare } from './format-share';
import styles from './overview-screen.module.css';
import { findPeople, isPersonSettled } from './people';
import { countSpeciesLeft } from './species-boxes';
import type { SurveyProgress } from './species-progress';
import { useAgreement } from './use-agreement';
import { useBlankCheck } from './use-blank-check';
import { useFactImages } from './use-fact-images';

const { cards, states } = reviewModeMessages;

type CardName = Exclude<ReviewScreenName, 'review'>;

const CARDS: readonly { readonly name: CardName; readonly icon: LucideIcon }[] = [
  { name: 'blankCheck', icon: Dices },
  { name: 'eventReview', icon: CalendarRange },
  { name: 'uncertainFirst', icon: CircleHelp },
  { name: 'speciesReview', icon: PawPrint },
  { name: 'peopleFirst', icon: UserCheck },
  { name: 'agreement', icon: Scale },
];

export interface ModeCardsProps {
  readonly open: OpenSurvey;
  readonly progress: SurveyProgress | null;
}

/** The guided ways: what each is good for, and how far it is. */
export function ModeCards({ open, progress }: ModeCardsProps) {
  const surveyId = open.survey.id;
  const standing: Record<CardName, string | null> = {
    blankCheck: useBlankState(open),
    eventReview: useEventState(open),
    uncertainFirst: progress && states.images(progress.done, progress.total),
    speciesReview: useSpeciesState(open),
    peopleFirst: usePeopleState(open),
    agreement: useAgreementState(open),
  };
  return (
    <ul className={styles.cards}>
      {CARDS.map(({ name, icon }) => (
        <li key={name}>
          <LinkCard icon={icon} {...cards[name]} to={routes[name](surveyId)} state={standing[name]} />
        </li>
      ))}
    </ul>
  );
}

function useBlankState(open: OpenSurvey): string | null {
  const { confidence } = useReviewView(open.survey.id);
  const found = useBlankCheck(open, useFactImages(open), confidence);
  if (found === null) return null;
  const { check, sample } = found;
  const { length } = sample.filepaths;
  if (length === 0) return states.noBlank;
  const interval = intervalText(check, confidence);
  const seen = states.blank(check.answered, length);
  if (check.missed.share === null) return seen;
  return states.blankResult(seen, formatShare(check.missed.share), interval);
}

function useEventState({ events, images, imageOf }: OpenSurvey): string | null {
  const { found } = events;
  return useMemo(() => {
    // What a person says comes with a new array of images.
    if (found === null || images.length === 0) return null;
    if (found.events.length === 0) return states.noEvents;
    const done = found.events.filter((event) => isEventDone(event, imageOf)).length;
    return states.events(done, found.events.length);
  }, [found, images, imageOf]);
}

function useSpeciesState({ images, labels, loading }: OpenSurvey): string | null {
  return useMemo(() => {
    if (loading !== null) return null;
    const counts = countSpeciesLeft(images, labels);
    if (counts.size === 0) return states.noSpecies;
    return states.species([...counts.values()].filter((left) => left > 0).length);
  }, [images, labels, loading]);
}

function usePeopleState(open: OpenSurvey): string | null {
  const { images, labels, loading, imageOf } = open;
  const facts = useFactImages(open);
  const people = useMemo(() => (loading === null ? findPeople(facts, labels) : null), [facts, labels, loading]);
  return useMemo(() => {
    // What a person says comes with a new array of images.
    if (people === null || images.length === 0) return null;
    if (people.length === 0) return states.noPeople;
    const settled = people.filter((filepath) => {
      const image = imageOf(filepath);
      return image === null || isPersonSettled(image);
    });
    return states.people(settled.length, people.length);
  }, [people, images, imageOf]);
}

function useAgreementState(open: OpenSurvey): string | null {
  const found = useAgreement(open, 'species');
  if (found === null) return null;
  const { share, images } = found;
  return share === null ? states.noAgreement : states.agreement(formatShare(share), images);
}
