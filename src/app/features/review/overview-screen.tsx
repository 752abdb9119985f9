import { useMemo } from 'react';
import { Images } from 'lucide-react';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { ScreenHead } from '../../shared/screen-head';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import { useInPieces } from '../../state/use-in-pieces';
import { ModeCards } from './mode-cards';
import styles from './overview-screen.module.css';
import { ProgressPanel } from './progress-panel';
import { ReviewerPanel } from './reviewer-panel';
import { measureProgress } from './species-progress';

const words = reviewModeMessages;

/** How far the review is, who reviews, and the ways to go on. */
export function OverviewScreen({ open }: { readonly open: OpenSurvey }) {
  const { images, labels, loading, survey } = open;
  const actions = useActions();
  const reviewer = useAppState(({ preferences }) => preferences.reviewer);
  const progress = useInPieces(
    useMemo(() => (loading === null ? () => measureProgress(images, labels) : null), [images, labels, loading]),
  ).result;
  return (
    <div className={styles.screen}>
      <ScreenHead
        surveyName={survey.name}
        title={words.title}
        documentTitle={messages.review.title}
        intro={words.intro}
      />
      {loading === null && survey.counts.done === 0 ? (
        <EmptyState
          icon={Images}
          title={words.progress.none}
          actions={<LinkButton to={routes.setup(survey.id)}>{words.progress.openRun}</LinkButton>}
        />
      ) : (
        <div className={styles.columns}>
          <ModeCards open={open} progress={progress} />
          <div className={styles.side}>
            <ProgressPanel progress={progress} acts={open.reviewing.acts} />
            <ReviewerPanel name={reviewer} onName={(name) => void actions.changePreferences({ reviewer: name })} />
          </div>
        </div>
      )}
    </div>
  );
}
