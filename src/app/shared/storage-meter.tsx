import { messages } from '../messages';
import type { StorageView } from '../state/app-state';
import { classNames } from './class-names';
import { formatBytes } from './format/format-bytes';
import { Skeleton } from './skeleton';
import styles from './storage-meter.module.css';

const text = messages.storage;

/** Three parts with names and sizes, what is free, and whether the browser keeps it. */
export function StorageMeter({ storage }: { readonly storage: StorageView | null }) {
  if (storage === null) {
    return (
      <div role="status" aria-label={text.reading} className={styles.meter}>
        <Skeleton height="10px" />
        <Skeleton width="60%" />
      </div>
    );
  }
  const { modelsBytes, resultsBytes, previewsBytes, freeBytes, isPersisted } = storage;
  const parts = [
    { name: text.models, bytes: modelsBytes, className: styles.models },
    { name: text.results, bytes: resultsBytes, className: styles.results },
    { name: text.previews, bytes: previewsBytes, className: styles.previews },
  ];
  const used = modelsBytes + resultsBytes + previewsBytes;
  return (
    <div className={styles.meter}>
      <div className={styles.track} role="img" aria-label={usedWords(used, freeBytes)}>
        {parts.map(({ name, bytes, className }) => (
          <div key={name} className={className} style={{ inlineSize: `${shareOf(bytes, used, freeBytes) * 100}%` }} />
        ))}
      </div>
      <dl className={styles.parts}>
        {parts.map(({ name, bytes, className }) => (
          <div key={name} className={styles.part}>
            <dt>
              <span className={classNames(styles.swatch, className)} />
              {name}
            </dt>
            <dd>{formatBytes(bytes)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>
        {freeBytes !== null && `${text.free(formatBytes(freeBytes))} `}
        {isPersisted ? text.persisted : text.notPersisted}
      </p>
    </div>
  );
}

function usedWords(used: number, freeBytes: number | null): string {
  return text.used(formatBytes(used), freeBytes === null ? null : formatBytes(freeBytes));
}

/**
 * The bar shows the parts against each other, and free space as the rest. On a large empty disk the parts would
 * vanish, so what is used always fills at least half: the sizes in words are exact.
 */
function shareOf(bytes: number, used: number, freeBytes: number | null): number {
  if (used === 0) return 0;
  const usedShare = freeBytes === null ? 1 : Math.max(0.5, used / (used + freeBytes));
  return (bytes / used) * usedShare;
}
