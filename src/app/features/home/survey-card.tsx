import {
  Check,
  CirclePause,
  CircleStop,
  Ellipsis,
  FolderSync,
  Images,
  Pencil,
  Play,
  Settings2,
  Trash2,
  Unplug,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { formatDate, formatDateTime } from '../../shared/format/format-date';
import { formatNumber } from '../../shared/format/number-format';
import { IconButton } from '../../shared/icon-button';
import { Menu } from '../../shared/menu';
import { placeName } from '../../shared/place-name';
import { ProgressBar } from '../../shared/progress-bar';
import { Tag, type TagProps } from '../../shared/tag';
import type { SurveyCard } from '../../state/app-state';
import { CardPreviews } from './card-previews';
import styles from './survey-card.module.css';
import type { NextStep, Standing, SurveyStanding } from './survey-standing';

const text = messages.home;

const QueueTag = lazy(() => import('../../shared/queue/queue-tag').then((m) => ({ default: m.QueueTag })));

const TAGS: Readonly<Record<Standing, { readonly tone: NonNullable<TagProps['tone']>; readonly icon: LucideIcon }>> = {
  new: { tone: 'quiet', icon: Settings2 },
  running: { tone: 'success', icon: Play },
  paused: { tone: 'warn', icon: CirclePause },
  stopped: { tone: 'quiet', icon: CircleStop },
  finished: { tone: 'success', icon: Check },
  cutOff: { tone: 'warn', icon: Zap },
  disconnected: { tone: 'quiet', icon: Unplug },
};

const ICONS: Readonly<Record<NextStep, LucideIcon>> = {
  setUp: Settings2,
  showRun: Play,
  continueRun: Play,
  review: Images,
  connect: FolderSync,
};

export interface SurveyCardViewProps {
  readonly card: SurveyCard;
  readonly standing: SurveyStanding;
  /** In the queue, from 1; 0 = it does not wait. */
  readonly place: number;
  readonly previewUrl: (surveyId: string, filepath: string) => Promise<string | null>;
  /** The newest one that can go on has the filled button. */
  readonly isMain: boolean;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

export function SurveyCardView(props: SurveyCardViewProps) {
  const { card, place, previewUrl, isMain, onRename, onDelete } = props;
  const { survey } = card;
  const { standing, nextStep, address } = props.standing;
  const { tone, icon } = TAGS[standing];
  return (
    <article className={styles.card} aria-label={survey.name}>
      <CardPreviews surveyId={survey.id} filepaths={card.previewOf} previewUrl={previewUrl} />
      <div className={styles.middle}>
        <div className={styles.nameLine}>
          <h3 className={styles.name} title={survey.name}>
            <Link to={address} className={styles.nameLink}>
              <bdi>{survey.name}</bdi>
            </Link>
          </h3>
          <Tag tone={tone} icon={icon}>
            {text.states[standing]}
          </Tag>
          {survey.isDemo && <Tag>{messages.common.demo}</Tag>}
          {place > 0 && (
            <Suspense fallback={null}>
              <QueueTag place={place} />
            </Suspense>
          )}
        </div>
        <p className={styles.facts}>
          {placeName(survey.settings.place) ?? text.placeNotSure} · {text.lastChanged(formatDate(survey.changedAt))}
        </p>
        <Progress card={card} isCutOff={standing === 'cutOff'} />
      </div>
      <div className={styles.actions}>
        <LinkButton to={address} size="small" icon={ICONS[nextStep]} variant={isMain ? 'primary' : 'plain'}>
          {text.actions[nextStep]}
        </LinkButton>
        <Menu
          trigger={<IconButton icon={Ellipsis} size="small" label={messages.common.more(survey.name)} />}
          entries={[
            { id: 'rename', label: messages.common.rename, icon: Pencil, onSelect: onRename },
            { id: 'delete', label: messages.common.delete, icon: Trash2, tone: 'danger', onSelect: onDelete },
          ]}
        />
      </div>
    </article>
  );
}

function Progress({ card, isCutOff }: { readonly card: SurveyCard; readonly isCutOff: boolean }) {
  const { name, counts, changedAt } = card.survey;
  const { listed, done, failed } = counts;
  const total = Math.max(listed, done);
  if (total === 0) return <p className={styles.line}>{text.noneFound}</p>;
  return (
    <>
      {done > 0 && (
        <ProgressBar
          label={text.progressOf(name)}
          done={done}
          total={total}
          failed={failed}
          valueText={messages.common.doneOf(done, total)}
        />
      )}
      <p className={styles.line}>
        {isCutOff ? (
          text.cutOff(formatDateTime(changedAt), done)
        ) : done === 0 ? (
          text.found(total)
        ) : done === total ? (
          <strong>{text.allDone(done)}</strong>
        ) : (
          <>
            <strong>{formatNumber(done)}</strong> {text.doneOf(total)}
          </>
        )}
        {failed > 0 && !isCutOff && <span className={styles.quiet}> · {text.failed(failed)}</span>}
      </p>
    </>
  );
}
