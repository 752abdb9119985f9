import { useMemo, useRef } from 'react';
import { fullClassKey } from '../../../domain/label';
import type { HeldBackGroup } from '../../../pipeline/held-back-groups';
import { countSwitchEffects } from '../../../pipeline/label-changes';
import { messages } from '../../messages';
import { backToRefine, ScreenHead } from '../../shared/screen-head';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { useHeldBack } from '../../state/use-held-back';
import { useInPieces } from '../../state/use-in-pieces';
import { useOpenSurvey } from '../../state/use-open-survey';
import { inferencesOf } from '../../state/survey-row';
import { canCount } from './can-count';
import styles from './geofence-screen.module.css';
import { GeofenceSwitches } from './geofence-switches';
import { HeldBackPanel } from './held-back-panel';
import { OwnRulesPanel } from './own-rules-panel';

/** What the geofence holds back in a survey, and the person's own rules over it. */
export function GeofenceScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Geofence open={opened.open} /> : null;
}

function Geofence({ open }: { readonly open: OpenSurvey }) {
  const { geofence: words } = messages;
  const actions = useActions();
  const held = useHeldBack(open);
  const isCounting = canCount(open);
  const { images, rules, survey } = open;
  const effects = useInPieces(
    useMemo(
      () => (rules === null || !isCounting ? null : () => countSwitchEffects(inferencesOf(images), rules)),
      [images, rules, isCounting],
    ),
  );
  const currentEffects = effects.isCurrent ? effects.result : null;
  const heldRegion = useRef<HTMLDivElement>(null);
  const allow = ({ label, place: { country, admin1Region } }: HeldBackGroup) => {
    if (country === null) return;
    heldRegion.current?.focus(); // the row goes, and the button with it
    void actions.addOwnRules([{ taxon: fullClassKey(label), rule: 'allow', country, admin1Region }]);
  };
  return (
    <div className={styles.screen}>
      <ScreenHead surveyName={survey.name} title={words.title} intro={words.intro} back={backToRefine(survey.id)} />
      <GeofenceSwitches
        settings={survey.settings}
        effects={currentEffects}
        canCount={isCounting && rules !== null}
        onChange={(change) => void actions.changeSurveySettings(change)}
      />
      <div ref={heldRegion} tabIndex={-1} className={styles.region}>
        <HeldBackPanel open={open} held={held.result} effects={currentEffects} onAllow={allow} />
      </div>
      <OwnRulesPanel open={open} />
    </div>
  );
}
