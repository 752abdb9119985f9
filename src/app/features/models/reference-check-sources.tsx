import { TOLERANCES } from '../../../domain/compare-published';
import type { AppliedSet, ReferencePhotos } from '../../../domain/published-results';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import { basisOf } from './reference-check-text';
import styles from './reference-check-sources.module.css';

export interface ReferenceCheckSourcesProps {
  readonly photos: ReferencePhotos;
  readonly sets: readonly AppliedSet[];
}

/** Where the photos and the numbers are published, and what counts as the same. */
export function ReferenceCheckSources({ photos, sets }: ReferenceCheckSourcesProps) {
  return (
    <div className={styles.sources}>
      <details>
        <summary>{text.photosTitle}</summary>
        <p>{text.where(photos.repository, photos.folder, photos.licence)}</p>
        <ul aria-label={text.files(photos.files.length)} className={styles.files}>
          {photos.files.map(({ name }) => (
            <li key={name} translate="no">
              {name}
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{text.numbersTitle}</summary>
        {sets.map((applied) => (
          <p key={applied.set.id}>{basisOf(applied)}</p>
        ))}
        <p>{text.tolerances(TOLERANCES.conf, TOLERANCES.box, TOLERANCES.score)}</p>
      </details>
    </div>
  );
}
