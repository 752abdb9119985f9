import { useState } from 'react';
import type { Detection } from '../../../domain/detection';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { CategoryMark } from '../../shared/category-mark';
import { classNames } from '../../shared/class-names';
import { formatExactScore, formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import { SHOWN_CONF } from '../../shared/images/shown-boxes';
import { ScoreBar } from '../../shared/score-bar';
import styles from './detection-list.module.css';
import inspector from './inspector.module.css';

export interface DetectionListProps {
  readonly detections: readonly Detection[] | null;
  readonly scoresAs: ScoreFormat;
  /** Its box is drawn thick on the photo. */
  readonly marked: number | null;
  readonly onMark: (index: number | null) => void;
}

/** What the detector found, best first; the weak ones on demand. */
export function DetectionList({ detections, scoresAs, marked, onMark }: DetectionListProps) {
  const [showsFaint, setShowsFaint] = useState(false);
  const { image } = messages;
  const numbered = (detections ?? []).map((detection, index) => ({ detection, index }));
  const faint = numbered.filter(({ detection }) => detection.conf < SHOWN_CONF).length;
  const shown = showsFaint ? numbered : numbered.filter(({ detection }) => detection.conf >= SHOWN_CONF);
  return (
    <section className={inspector.section}>
      <div className={inspector.sectionHead}>
        <h3>{image.detections}</h3>
        <span className={inspector.aside}>{formatNumber(numbered.length - faint)}</span>
      </div>
      {detections === null && <p className={inspector.text}>{image.detectorOff}</p>}
      {detections?.length === 0 && <p className={inspector.text}>{image.noDetections}</p>}
      <ul>
        {shown.map(({ detection, index }) => (
          <li
            key={index}
            className={classNames(styles.row, index === marked && styles.marked)}
            onPointerEnter={() => onMark(index)}
            onPointerLeave={() => onMark(null)}
          >
            <CategoryMark category={detection.label} />
            <span>{messages.images.kinds[detection.label]}</span>
            <ScoreBar value={detection.conf} kind="conf" />
            <span className={styles.conf} title={formatExactScore(detection.conf)}>
              {messages.images.conf(formatScore(detection.conf, scoresAs))}
            </span>
          </li>
        ))}
      </ul>
      {faint > 0 && !showsFaint && (
        <div>
          <Button size="small" variant="quiet" onClick={() => setShowsFaint(true)}>
            {image.faint(faint)}
          </Button>
        </div>
      )}
    </section>
  );
}
