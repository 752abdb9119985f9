import { FolderOpen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { messages } from '../../messages';
import { EmptyState } from '../../shared/empty-state';
import { formatNumber } from '../../shared/format/number-format';
import type { SurveyCard } from '../../state/app-state';
import { SurveyCardView } from './survey-card';
import styles from './survey-list.module.css';
import { standingOf, type OpenSurveyFacts } from './survey-standing';

const text = messages.home;

const RenameDialog = lazy(() => import('./rename-dialog').then((m) => ({ default: m.RenameDialog })));

export interface SurveyListProps {
  readonly cards: readonly SurveyCard[];
  readonly openSurvey: OpenSurveyFacts | null;
  /** The survey that this tab runs, unless it is paused; null = none. */
  readonly runningId: string | null;
  /** Ids of those that wait in the queue, the next one first. */
  readonly waiting: readonly string[];
  readonly previewUrl: (surveyId: string, filepath: string) => Promise<string | null>;
  readonly onRename: (id: string, name: string) => Promise<void>;
  readonly onDelete: (id: string) => void;
}

export function SurveyList(props: SurveyListProps) {
  const { cards, openSurvey, runningId, waiting, previewUrl, onRename, onDelete } = props;
  const [renamed, setRenamed] = useState<SurveyCard | null>(null);
  const factsOf = ({ survey }: SurveyCard) => (openSurvey?.id === survey.id ? openSurvey : null);
  const standing = (card: SurveyCard) => standingOf(card, factsOf(card), card.survey.id === runningId);
  const mainId = cards.find((card) => standing(card).nextStep === 'continueRun')?.survey.id;
  return (
    <section aria-labelledby="your-surveys" className={styles.section}>
      <header className={styles.head}>
        <h2 id="your-surveys">{text.yourSurveys}</h2>
        <span className={styles.count}>{formatNumber(cards.length)}</span>
      </header>
      {cards.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState icon={FolderOpen} title={text.emptyTitle}>
            {text.emptyText}
          </EmptyState>
        </div>
      ) : (
        <ul className={styles.list}>
          {cards.map((card) => (
            <li key={card.survey.id}>
              <SurveyCardView
                card={card}
                standing={standing(card)}
                place={waiting.indexOf(card.survey.id) + 1}
                isMain={card.survey.id === mainId}
                previewUrl={previewUrl}
                onRename={() => setRenamed(card)}
                onDelete={() => onDelete(card.survey.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {renamed !== null && (
        <Suspense fallback={null}>
          <RenameDialog
            name={renamed.survey.name}
            onClose={() => setRenamed(null)}
            onRename={(name) => onRename(renamed.survey.id, name)}
          />
        </Suspense>
      )}
    </section>
  );
}
