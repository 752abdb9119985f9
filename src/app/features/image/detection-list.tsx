import type { Detection } from '../../../domain/detection';
import type { Rejected } from '../../../domain/rejected-detections';
import type { Conclusion } from '../../../domain/rollup';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { CategoryMark } from '../../shared/category-mark';
import { classNames } from '../../shared/class-names';
import { formatExactScore, formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { ScoreBar } from '../../shared/score-bar';
import { Slider } from '../../shared/slider';
import { boxSpecies } from './box-species';
import styles from './detection-list.module.css';
import inspector from './inspector.module.css';

/** Which boxes are on the photo and in the list. */
export interface BoxChoice {
  /** Its box is drawn thick on the photo. */
  readonly marked: number | null;
  readonly leastConf: number;
  readonly onMark: (index: number | null) => void;
  readonly onLeastConf: (conf: number) => void;
}

export interface DetectionListProps {
  readonly detections: readonly Detection[] | null;
  /** The species of each of them; empty when only the image has one. */
  readonly animals: readonly (Conclusion | null)[];
  /** Numbers of boxes that were rejected as repeats: they stand below the others. */
  readonly rejected: Rejected;
  readonly scoresAs: ScoreFormat;
  readonly boxes: BoxChoice;
  /** Leads to the stack by which a box was rejected. */
  readonly onStack: (detection: number) => void;
}

/** What the detector found, best first, from a conf that the person chooses; rejected repeats at the end. */
export function DetectionList({ detections, animals, rejected, scoresAs, boxes, onStack }: DetectionListProps) {
  const { image } = messages;
  const { marked, leastConf, onMark, onLeastConf } = boxes;
  const numbered = (detections ?? []).map((detection, index) => ({ detection, index }));
  const isRejected = ({ index }: { readonly index: number }) => rejected?.has(index) === true;
  const shown = numbered.filter((box) => box.detection.conf >= leastConf && !isRejected(box));
  const removed = numbered.filter(isRejected);
  const isEmpty = detections === null || detections.length === 0;
  return (
    <section className={inspector.section}>
      <div className={inspector.sectionHead}>
        <h3>{image.detections}</h3>
        {!isEmpty && <span className={inspector.aside}>{image.from(formatScore(leastConf, scoresAs))}</span>}
      </div>
      {isEmpty ? (
        <p className={inspector.text}>{detections === null ? image.detectorOff : image.noDetections}</p>
      ) : (
        <>
          <Slider<number>
            labels={[image.leastConf]}
            value={leastConf}
            min={0.01}
            max={1}
            step={0.01}
            largeStep={0.1}
            onChange={onLeastConf}
            formatValue={(value) => formatScore(value, scoresAs)}
          />
          {shown.length === 0 && removed.length === 0 && <p className={inspector.text}>{image.noneAbove}</p>}
          <ul>
            {shown.map(({ detection, index }) => (
              <li
                key={index}
                className={classNames(styles.row, index === marked && styles.marked)}
                onPointerEnter={() => onMark(index)}
                onPointerLeave={() => onMark(null)}
              >
                <CategoryMark category={detection.label} />
                <BoxName label={detection.label} animal={animals[index] ?? null} scoresAs={scoresAs} />
                <ScoreBar value={detection.conf} kind="conf" />
                <span className={styles.conf} title={formatExactScore(detection.conf)}>
                  {messages.images.conf(formatScore(detection.conf, scoresAs))}
                </span>
              </li>
            ))}
            {removed.map(({ detection, index }) => (
              <li key={index} className={classNames(styles.row, styles.rejected)}>
                <CategoryMark category={detection.label} />
                <span>
                  {messages.images.kinds[detection.label]}, {image.rejectedBox}
                </span>
                <Button size="small" variant="quiet" onClick={() => onStack(index)}>
                  {image.showStack}
                </Button>
                <span className={styles.conf} title={formatExactScore(detection.conf)}>
                  {messages.images.conf(formatScore(detection.conf, scoresAs))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface BoxNameProps {
  readonly label: Detection['label'];
  readonly animal: Conclusion | null;
  readonly scoresAs: ScoreFormat;
}

/** People and vehicles are what the detector calls them; an animal may have a name of its own. */
function BoxName({ label, animal, scoresAs }: BoxNameProps) {
  const { images } = messages;
  const species = label === 'animal' && animal !== null ? boxSpecies(animal, scoresAs) : null;
  return (
    <span className={styles.name}>
      <span title={species?.scientificName}>{species?.name ?? images.kinds[label]}</span>
      {species !== null && <span className={styles.more}>{species.text}</span>}
    </span>
  );
}
