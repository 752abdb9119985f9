import { MapPinOff } from 'lucide-react';
import type { HeldBackGroup, HeldBackSurvey } from '../../../pipeline/held-back-groups';
import type { SwitchEffects } from '../../../pipeline/label-changes';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { Skeleton } from '../../shared/skeleton';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import { hasFact } from '../../state/survey-row';
import { routes } from '../../state/routes';
import { HeldBackTable } from './held-back-table';

export interface HeldBackPanelProps {
  readonly open: OpenSurvey;
  /** Null until it is counted. */
  readonly held: HeldBackSurvey | null;
  readonly effects: SwitchEffects | null;
  readonly onAllow: (group: HeldBackGroup) => void;
}

/** What the geofence holds back in this survey, or why that is nothing. */
export function HeldBackPanel(props: HeldBackPanelProps) {
  const { held: words } = messages.geofence;
  const count = props.held?.images ?? 0;
  return (
    <Panel
      title={words.title}
      icon={MapPinOff}
      isRoomy
      aside={count > 0 && <span className={text.secondary}>{words.total(count)}</span>}
    >
      <Content {...props} />
    </Panel>
  );
}

function Content({ open, held, effects, onAllow }: HeldBackPanelProps) {
  const { held: words } = messages.geofence;
  const { rules, survey, loading } = open;
  const { settings } = survey;
  if (rules === null) {
    return (
      <EmptyState
        icon={MapPinOff}
        title={words.noPackage}
        actions={<LinkButton to={routes.models}>{words.openModels}</LinkButton>}
      >
        {words.noPackageText}
      </EmptyState>
    );
  }
  if (!settings.geofence) {
    return (
      <EmptyState icon={MapPinOff} title={words.off}>
        {words.offText}
      </EmptyState>
    );
  }
  if (loading !== null || held === null) {
    return (
      <div role="status">
        <span className={text.visuallyHidden}>{words.loading}</span>
        <Skeleton width="100%" height="7rem" />
      </div>
    );
  }
  const onWay = effects?.geofenceOnWay ?? 0;
  return (
    <>
      {rules.geofence.size === 0 && <Note>{words.noTable}</Note>}
      {held.groups.length === 0 ? (
        <NothingHeld open={open} />
      ) : (
        <HeldBackTable
          surveyId={survey.id}
          groups={held.groups}
          taxonomy={rules.taxonomy}
          hasAnimals={settings.speciesPer === 'animal'}
          onAllow={onAllow}
        />
      )}
      {onWay > 0 && <p className={text.hint}>{words.onWay(onWay)}</p>}
    </>
  );
}

function NothingHeld({ open }: { readonly open: OpenSurvey }) {
  const { held } = messages.geofence;
  const facts = open.images.filter(hasFact);
  if (facts.length === 0)
    return (
      <EmptyState icon={MapPinOff} title={held.none}>
        {held.noFacts}
      </EmptyState>
    );
  if (facts.every(({ place }) => (place?.country ?? null) === null)) {
    return (
      <EmptyState
        icon={MapPinOff}
        title={held.noPlace}
        actions={<LinkButton to={routes.setup(open.survey.id)}>{held.openSetup}</LinkButton>}
      >
        {held.noPlaceText}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={MapPinOff} title={held.none}>
      {held.noneText}
    </EmptyState>
  );
}
