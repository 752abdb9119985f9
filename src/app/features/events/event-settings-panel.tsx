import { CalendarRange } from 'lucide-react';
import { messages } from '../../messages';
import { formatNumber, numberFormat } from '../../shared/format/number-format';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { Segmented } from '../../shared/segmented';
import { Skeleton } from '../../shared/skeleton';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import type { FoundEvents } from '../../state/event-state';
import type { EventSettings } from '../../../domain/survey';
import { countEvents } from './count-events';
import styles from './event-settings-panel.module.css';
import { GapChoice } from './gap-choice';

export interface EventSettingsPanelProps {
  readonly open: OpenSurvey;
  readonly onChange: (settings: EventSettings) => void;
}

/** What makes an event, and what comes of it in numbers. */
export function EventSettingsPanel({ open, onChange }: EventSettingsPanelProps) {
  const { events: words } = messages;
  const { events: settings } = open.survey.settings;
  const { found, isFinding } = open.events;
  const { done, listed } = open.survey.counts;
  return (
    <Panel title={words.events} icon={CalendarRange} isRoomy>
      <GapChoice gapSeconds={settings.gapSeconds} onChange={(gapSeconds) => onChange({ ...settings, gapSeconds })} />
      <div className={styles.row}>
        <h3 className={styles.name}>{words.camera}</h3>
        <Segmented<EventSettings['camera']>
          label={words.camera}
          size="small"
          value={settings.camera}
          onChange={(camera) => onChange({ ...settings, camera })}
          segments={(['camera-folder', 'folder'] as const).map((value) => ({ value, label: words.cameras[value] }))}
        />
        <p className={text.hint}>{words.cameraHints[settings.camera]}</p>
      </div>
      <Statistics found={found} isBusy={isFinding || open.loading !== null} />
      {listed > done && <Note>{<p>{words.waiting(listed - done)}</p>}</Note>}
    </Panel>
  );
}

interface StatisticsProps {
  readonly found: FoundEvents | null;
  readonly isBusy: boolean;
}

function Statistics({ found, isBusy }: StatisticsProps) {
  const { events: words } = messages;
  const counts = found === null ? null : countEvents(found);
  const mean = numberFormat({ maximumFractionDigits: 1 });
  return (
    <>
      <p role="status" className={text.visuallyHidden}>
        {isBusy || counts === null ? words.finding : words.found(counts.events)}
      </p>
      <dl className={styles.statistics} aria-busy={isBusy}>
        <Figure name={words.statistics.events} value={counts && formatNumber(counts.events)} />
        <Figure name={words.statistics.cameras} value={counts && formatNumber(counts.cameras)} />
        <Figure
          name={counts === null ? words.statistics.perEvent(null) : words.statistics.perEvent(counts.mostImages)}
          value={counts && mean.format(counts.meanImages)}
        />
        <Figure name={words.statistics.untimed} value={counts && formatNumber(counts.untimed)} />
      </dl>
    </>
  );
}

interface FigureProps {
  readonly name: string;
  /** Null = not known yet. */
  readonly value: string | null;
}

function Figure({ name, value }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value ?? <Skeleton width="2em" />}</dd>
    </div>
  );
}
