import { LoaderCircle, Scale } from 'lucide-react';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { LinkButton } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Segmented } from '../../shared/segmented';
import type { OpenSurvey } from '../../state/app-state';
import { changeReviewView, LEVELS, useReviewView } from '../../state/review-view';
import { routes } from '../../state/routes';
import { AgreementFigures } from './agreement-figures';
import { AgreementTable } from './agreement-table';
import styles from './agreement-screen.module.css';
import { AgreementTaxa } from './agreement-taxa';
import { CellImages } from './cell-images';
import { ReviewHead } from './review-head';
import { useAgreement, type SurveyAgreement } from './use-agreement';

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
      ) : found.agreement.images === 0 ? (
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

function Compared({ open, found }: { readonly open: OpenSurvey; readonly found: SurveyAgreement }) {
  const surveyId = open.survey.id;
  const { level, cell } = useReviewView(surveyId);
  const { agreement } = found;
  return (
    <>
      <div className={styles.level}>
        <span>{words.level}</span>
        <Segmented
          size="small"
          label={words.level}
          value={level}
          segments={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
          onChange={(value) => changeReviewView(surveyId, { level: value, cell: null })}
        />
      </div>
      <AgreementFigures agreement={agreement} />
      <AgreementTable
        agreement={agreement}
        chosen={cell}
        onChoose={(machine, human) => changeReviewView(surveyId, { cell: { machine, human } })}
      />
      {cell !== null && (
        <CellImages
          key={`${cell.machine}\n${cell.human}`}
          open={open}
          found={found}
          cell={cell}
          onClose={() => changeReviewView(surveyId, { cell: null })}
        />
      )}
      <AgreementTaxa taxa={agreement.taxa} />
    </>
  );
}
