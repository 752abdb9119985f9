import { ChevronLeft, Command, EllipsisVertical, Keyboard } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { messages } from '../messages';
import { IconButton } from '../shared/icon-button';
import { LinkButton } from '../shared/button';
import { Menu, type MenuEntry } from '../shared/menu';
import { Tag } from '../shared/tag';
import { useAppState } from '../state/app-store';
import { routes } from '../state/routes';
import styles from './app-bar.module.css';
import { BrandMark } from './brand-mark';
import { NavTab } from './nav-tab';
import { isRefining, isReviewing, surveyIdOf, type Place } from './place';
import { PrivacyState } from './privacy-state';
import { RunPill } from './run-pill';
import { SurveySwitcher } from './survey-switcher';
import { useHelp } from './use-help';

const text = messages.shell;

/** Mark, survey, tabs, run, privacy, help. On a phone the tabs are in the menu. */
export function AppBar({ place }: { readonly place: Place }) {
  const surveyId = surveyIdOf(place);
  const card = useAppState((state) => state.surveys.find(({ survey }) => survey.id === surveyId) ?? null);
  const imageCount = useAppState((state) => (state.open?.survey.id === surveyId ? state.open.images.length : null));
  const tabs = surveyId === null ? mainTabs(place) : surveyTabs(place, surveyId, imageCount);
  const { showKeys, showCommands, dialogs } = useHelp(surveyId === null ? tabs : [...tabs, ...mainTabs(place)]);
  return (
    <header className={styles.bar}>
      {surveyId !== null && (
        <span className={styles.phoneOnly}>
          <LinkButton to={routes.home} variant="quiet" icon={ChevronLeft} isSquare aria-label={text.backToSurveys}>
            {null}
          </LinkButton>
        </span>
      )}
      <Link
        to={routes.home}
        className={surveyId === null ? styles.brand : `${styles.brand} ${styles.wideOnly}`}
        aria-label={text.home}
      >
        <BrandMark />
        {surveyId === null && <span>{messages.common.appName}</span>}
      </Link>
      {card !== null && (
        <>
          <span className={`${styles.divider} ${styles.wideOnly}`} />
          <SurveySwitcher card={card} />
          {card.survey.isDemo && <Tag>{messages.common.demo}</Tag>}
        </>
      )}
      <nav
        className={`${styles.tabs} ${styles.wideOnly}`}
        aria-label={surveyId === null ? text.mainNavigation : text.surveyNavigation}
      >
        {tabs.map((tab) => (
          <NavTab key={tab.to} {...tab} />
        ))}
      </nav>
      <span className={styles.space} />
      <RunPill />
      <PrivacyState />
      <span className={styles.wideOnly} data-tour="help">
        <IconButton icon={Command} label={messages.commands.open} shortcut="Ctrl+K" onClick={showCommands} />
        <IconButton icon={Keyboard} label={text.help} shortcut="?" onClick={showKeys} />
      </span>
      <span className={styles.phoneOnly} data-tour="help">
        <PhoneMenu tabs={tabs} isInSurvey={surveyId !== null} onShowKeys={showKeys} onShowCommands={showCommands} />
      </span>
      {dialogs}
    </header>
  );
}

interface Tab {
  readonly to: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly count?: number | null;
}

function mainTabs({ screen }: Place): readonly Tab[] {
  return [
    { to: routes.home, label: text.surveys, isCurrent: screen === 'home' },
    { to: routes.models, label: text.models, isCurrent: screen === 'models' },
    { to: routes.settings, label: text.settings, isCurrent: screen === 'settings' },
  ];
}

function surveyTabs(place: Place, surveyId: string, imageCount: number | null): readonly Tab[] {
  const { screen } = place;
  return [
    { to: routes.setup(surveyId), label: text.setup, isCurrent: screen === 'setup' },
    { to: routes.run(surveyId), label: text.run, isCurrent: screen === 'run' },
    {
      to: routes.gallery(surveyId),
      label: text.gallery,
      isCurrent: screen === 'gallery' || screen === 'image',
      count: imageCount,
    },
    { to: routes.review(surveyId), label: messages.review.title, isCurrent: isReviewing(place) },
    { to: routes.refine(surveyId), label: text.refine, isCurrent: isRefining(place) },
    { to: routes.export(surveyId), label: text.export, isCurrent: screen === 'export' },
  ];
}

interface PhoneMenuProps {
  readonly tabs: readonly Tab[];
  readonly isInSurvey: boolean;
  readonly onShowKeys: () => void;
  readonly onShowCommands: () => void;
}

function PhoneMenu({ tabs, isInSurvey, onShowKeys, onShowCommands }: PhoneMenuProps) {
  const [, navigate] = useLocation();
  const toEntry = ({ to, label }: Tab): MenuEntry => ({ id: to, label, onSelect: () => navigate(to) });
  const entries: readonly MenuEntry[] = [
    ...tabs.map(toEntry),
    'separator',
    ...(isInSurvey ? mainTabs({ screen: 'not-found' }).map(toEntry) : []),
    { id: 'commands', label: messages.commands.open, icon: Command, onSelect: onShowCommands },
    { id: 'keys', label: text.help, icon: Keyboard, onSelect: onShowKeys },
  ];
  return <Menu trigger={<IconButton icon={EllipsisVertical} label={text.menu} />} entries={entries} />;
}
