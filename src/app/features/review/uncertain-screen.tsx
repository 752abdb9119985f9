import { ListOrdered } from 'lucide-react';
import { useMemo } from 'react';
import { orderUncertainFirst } from '../../../domain/review-modes/order-uncertain-first';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { EmptyState } from '../../shared/empty-state';
import { formatScore } from '../../shared/format/format-score';
import type { ImageDescription } from '../../shared/images/describe-image';
import { isRead } from '../../shared/images/image-answer';
import { lineName } from '../../shared/images/image-words';
import { Select } from '../../shared/select';
import type { OpenSurvey } from '../../state/app-state';
import { useAppState } from '../../state/app-store';
import { changeReviewView, MEASURES, useReviewView } from '../../state/review-view';
import { useInPieces } from '../../state/use-in-pieces';
import { ImageWalk } from './image-walk';
import { isSaid } from './said';
import { decidingScores, uncertainImages } from './uncertain';
import { useFactImages } from './use-fact-images';
import styles from './walk-section.module.css';

const words = reviewModeMessages.uncertain;
const SHOWN_CLASSES = 5;

/** The images about which the classifier was least sure come first. */
export function UncertainScreen({ open }: { readonly open: OpenSurvey }) {
  const { id } = open.survey;
  const { measure } = useReviewView(id);
  const images = useFactImages(open);
  const { rules, events, loading } = open;
  const order = useInPieces(
    useMemo(
      () => (loading === null ? () => orderUncertainFirst(uncertainImages(images, { rules, events }), measure) : null),
      [images, rules, events, loading, measure],
    ),
  );
  return (
    <ImageWalk
      key={measure}
      open={open}
      title={words.title}
      list={order.isCurrent ? order.result : null}
      isDone={(image) => !isRead(image) || isSaid(image.review)}
      none={
        <EmptyState icon={ListOrdered} title={words.none}>
          {words.noneText}
        </EmptyState>
      }
      finished={words.finished}
      tools={
        <Select
          size="small"
          label={words.measure}
          value={measure}
          options={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
          onChange={(value) => changeReviewView(id, { measure: value })}
        />
      }
      about={(description) => <Scores open={open} description={description} />}
    />
  );
}

/** What the classifier was in doubt between. */
function Scores({ open, description }: { readonly open: OpenSurvey; readonly description: ImageDescription }) {
  const scoresAs = useAppState(({ preferences }) => preferences.scoresAs);
  const scores = decidingScores(description.image, open.rules);
  if (scores === null || scores.classes.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{words.scores}</h3>
      <ol className={styles.list}>
        {scores.classes.slice(0, SHOWN_CLASSES).map((index, rank) => (
          <li key={index} className={styles.row}>
            <span>{lineName(open.labels[index] ?? '')}</span>
            <span>{formatScore(scores.scores[rank] ?? 0, scoresAs)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
