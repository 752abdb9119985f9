import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { DifferingImage } from '../../../domain/comparison/review-comparison';
import { FileName } from '../../shared/file-name';
import type { ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import { usePreview, type LoadPreview } from '../../shared/images/use-preview';
import type { Comparison } from '../../state/comparison-view';
import { routes } from '../../state/routes';
import { differenceWords } from './difference-words';
import styles from './differing-row.module.css';

export interface DifferingRowProps {
  readonly surveyId: string;
  readonly image: DifferingImage;
  readonly comparison: Comparison;
  readonly scoresAs: ScoreFormat;
  readonly loadPreview: LoadPreview;
}

/** One image and what differs; leads to the image with both answers, unless it is only in the file. */
export function DifferingRow({ surveyId, image, comparison, scoresAs, loadPreview }: DifferingRowProps) {
  const { pathA, pathB } = image;
  const words = (
    <span className={styles.words}>
      <FileName name={pathA ?? pathB ?? ''} className={styles.name} />
      <span className={styles.says}>{differenceWords(image, comparison, scoresAs).join(' · ')}</span>
    </span>
  );
  if (pathA === null) {
    return (
      <div className={styles.row}>
        <span className={styles.photo} />
        {words}
      </div>
    );
  }
  return (
    <Link to={routes.image(surveyId, pathA)} className={styles.row}>
      <Photo filepath={pathA} loadPreview={loadPreview} />
      {words}
      <Icon of={ChevronRight} size={16} />
    </Link>
  );
}

function Photo({ filepath, loadPreview }: { readonly filepath: string; readonly loadPreview: LoadPreview }) {
  const preview = usePreview(filepath, loadPreview, null);
  return (
    <span className={styles.photo}>
      {preview.step === 'shown' && <img src={preview.url} alt="" draggable={false} decoding="async" />}
    </span>
  );
}
