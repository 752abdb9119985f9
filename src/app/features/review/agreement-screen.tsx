import { LoaderCircle, Scale } from 'lucide-react';
import type { Agreement } from '../../../domain/review-modes/find-agreement';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { NO_FILTER } from '../../shared/images/image-filter';
import { Segmented } from '../../shared/segmented';
import type { OpenSurvey } from '../../state/app-state';
import { FIRST_LOOK, printLook } from '../../state/gallery-query';
import { changeReviewView, LEVELS, useReviewView } from '../../state/review-view';
import { routes } from '../../state/routes';
import { AgreementFigures } from './agreement-figures';
import { AgreementTable } from './agreement-table';
import styles from './agreement-screen.module.css';
import { AgreementTaxa } from './agreement-taxa';
import { ReviewHead } from './review-head';
import { useAgreement } from './use-agreement';

const words = reviewModeMessages.agreement;

/** How often the machine was right, and what it takes for what. */
export function AgreementScreen({ open }: { readonly open: OpenSurvey }) {
  const { level } = useReviewView(open.survey.id);
  const found = useAgreement(open, level);
  return (
    <div className={styles.screen}>
      <ReviewHead open={open} title={words.title} intro={words.intro} />
      {found === null ? (
        <EmptyState icon={LoaderCircle} title={messages.common.loading} />
      ) : found.images === 0 ? (
        <EmptyState
          icon={Scale}
          title={words.none}
          actions={<LinkButton to={routes.review(open.survey.id)}>{reviewModeMessages.walk.toReview}</LinkButton>}
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <Compared open={open} found={found} />
      )}
    </div>
  );
}

function Compared({ open, found }: { readonly open: OpenSurvey; readonly found: Agreement }) {
  const surveyId = open.survey.id;
  const { level } = useReviewView(surveyId);
  return (
    <>
      <div className={styles.level}>
        <span>{words.level}</span>
        <Segmented
          size="small"
          label={words.level}
          value={level}
          segments={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
          onChange={(value) => changeReviewView(surveyId, { level: value })}
        />
      </div>
      <AgreementFigures agreement={found} />
      <AgreementTable
        agreement={found}
        hrefOf={(machine, human) => {
          const filter = { ...NO_FILTER, agreement: { level, machine, human } };
          return `#${routes.gallery(surveyId)}?${printLook({ ...FIRST_LOOK, filter })}`;
        }}
      />
      <AgreementTaxa taxa={found.taxa} />
    </>
  );
}
