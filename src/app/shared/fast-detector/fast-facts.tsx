import { speedRatio } from '../../../domain/fast-detector/fast-detector';
import type { FastDetector } from '../../../domain/model-package';
import { speedMessages as text } from '../../messages/speed-messages';
import { FileName } from '../file-name';
import { formatBytes } from '../format/format-bytes';
import { formatDateTime } from '../format/format-date';
import { formatScore } from '../format/format-score';
import { numberFormat } from '../format/number-format';
import styles from './fast-detector.module.css';

/** What was measured of a fast detector, and what it was made of. */
export function FastFacts({ fast }: { readonly fast: FastDetector }) {
  const { agreement, speed, madeFrom, files, calibratedOn } = fast;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <dl className={styles.facts}>
      <dt>{text.facts.agreement}</dt>
      <dd>
        <strong>{text.agreement(agreement.agreeing, agreement.images)}</strong>. {text.withBoxes(agreement.withBoxes)}{' '}
        {text.lost(agreement.missed, agreement.added)}
      </dd>
      {agreement.largestConfDifference > 0 && (
        <>
          <dt>{text.facts.conf}</dt>
          <dd>{formatScore(agreement.largestConfDifference)}</dd>
        </>
      )}
      <dt>{text.facts.time}</dt>
      <dd>
        {text.time(speed.fastMs, speed.referenceMs)} ({gainWords(fast)}, {text.on[speed.fastOn]})
      </dd>
      {bytes > 0 && (
        <>
          <dt>{text.facts.size}</dt>
          <dd>{formatBytes(bytes)}</dd>
        </>
      )}
      <dt>{text.facts.madeFrom}</dt>
      <dd>
        <FileName name={madeFrom.name} /> <code title={madeFrom.sha256}>{madeFrom.sha256.slice(0, 8)}…</code>
      </dd>
      <dt>{text.facts.photos}</dt>
      <dd>{text.photosOf(fast.imagesOf, agreement.images, calibratedOn.length)}</dd>
      <dt>{text.facts.made}</dt>
      <dd>{text.madeBy(formatDateTime(fast.madeAt), fast.madeBy)}</dd>
    </dl>
  );
}

/** "1.8 times as fast"; a graphics processor may gain nothing from whole numbers, and a very small detector loses by them. */
export function gainWords(fast: Pick<FastDetector, 'speed'>): string {
  const ratio = speedRatio(fast);
  if (ratio < 0.9) return text.slower;
  return ratio < 1.1
    ? text.notFaster
    : text.times(numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ratio));
}
