import { Blend } from 'lucide-react';
import type { Smoothing, SurveySettings } from '../../../domain/survey';
import { messages } from '../../messages';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { RadioCards } from '../../shared/radio-cards';
import { Switch } from '../../shared/switch';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';

export interface SmoothingPanelProps {
  readonly open: OpenSurvey;
  readonly onChange: (change: Pick<Partial<SurveySettings>, 'smoothing' | 'smoothingAncestors'>) => void;
}

const LEVELS: readonly Smoothing[] = ['off', 'images', 'events'];

/** How far names follow each other. */
export function SmoothingPanel({ open, onChange }: SmoothingPanelProps) {
  const { events: words } = messages;
  const { settings } = open.survey;
  const hasSpecies = settings.mode !== 'detections' && settings.mode !== 'classify-whole-images';
  return (
    <Panel title={words.smoothing} icon={Blend} isRoomy>
      <RadioCards<Smoothing>
        label={words.smoothingChoice}
        value={settings.smoothing}
        onChange={(smoothing) => onChange({ smoothing })}
        cards={LEVELS.map((value) => ({ value, ...words.levels[value] }))}
      />
      {settings.smoothing !== 'off' && (
        <>
          <Switch
            label={words.byRank}
            hint={words.byRankHint}
            isOn={settings.smoothingAncestors === 'by-rank'}
            onChange={(isOn) => onChange({ smoothingAncestors: isOn ? 'by-rank' : 'as-reference' })}
          />
          {!hasSpecies && (
            <Note>
              <p>{words.noSpecies}</p>
            </Note>
          )}
          {hasSpecies && settings.speciesPer === 'image' && (
            <Note>
              <p>{words.onePerImage}</p>
            </Note>
          )}
          <p className={text.hint}>{words.ownAnswer}</p>
        </>
      )}
    </Panel>
  );
}
