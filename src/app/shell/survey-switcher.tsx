import { ChevronDown, LayoutGrid } from 'lucide-react';
import { useLocation } from 'wouter';
import { messages } from '../messages';
import { Icon } from '../shared/icon';
import { Menu, type MenuEntry } from '../shared/menu';
import type { SurveyCard } from '../state/app-state';
import { useAppState } from '../state/app-store';
import { routes } from '../state/routes';
import styles from './survey-switcher.module.css';

/** Surveys in the menu; the rest is one step away on the first screen. */
const SHOWN = 9;

export function SurveySwitcher({ card }: { readonly card: SurveyCard }) {
  const surveys = useAppState((state) => state.surveys);
  const [, navigate] = useLocation();
  const others = surveys.filter(({ survey }) => survey.id !== card.survey.id).slice(0, SHOWN);
  const entries: readonly MenuEntry[] = [
    ...others.map(({ survey }) => ({
      id: survey.id,
      label: survey.name,
      onSelect: () => navigate(survey.counts.done > 0 ? routes.gallery(survey.id) : routes.setup(survey.id)),
    })),
    ...(others.length > 0 ? (['separator'] as const) : []),
    { id: 'all', label: messages.shell.allSurveys, icon: LayoutGrid, onSelect: () => navigate(routes.home) },
  ];
  return (
    <Menu
      align="start"
      entries={entries}
      trigger={
        <button type="button" className={styles.switcher} aria-label={messages.shell.switchSurvey(card.survey.name)}>
          <bdi className={styles.name}>{card.survey.name}</bdi>
          <Icon of={ChevronDown} />
        </button>
      }
    />
  );
}
