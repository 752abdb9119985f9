import type { CatalogEntry } from '../../../domain/model-catalog';
import { messages } from '../../messages';
import textStyles from '../../shared/text.module.css';
import type { ModelDownload } from '../../state/app-state';
import { CatalogEntryView } from './catalog-entry';
import styles from './catalog-list.module.css';
import type { DownloadDeeds } from './download-progress';

const text = messages.models.get;

export interface CatalogListProps {
  readonly entries: readonly CatalogEntry[];
  /** By the entry's id. */
  readonly downloads: ReadonlyMap<string, ModelDownload>;
  readonly isInstalled: (entry: CatalogEntry) => boolean;
  /** `index`: which of the entry's downloads. */
  readonly onDownload: (entry: CatalogEntry, index: number) => void;
  readonly deeds: DownloadDeeds;
}

/** What can be had, from whom, and how: by hand on the authors' pages, or by the app where an entry allows it. */
export function CatalogList({ entries, downloads, isInstalled, onDownload, deeds }: CatalogListProps) {
  return (
    <section aria-labelledby="get-models" className={styles.section}>
      <header>
        <h2 id="get-models">{text.title}</h2>
        <p className={`${textStyles.small} ${textStyles.secondary}`}>{text.intro}</p>
      </header>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <CatalogEntryView
            key={entry.id}
            entry={entry}
            isInstalled={isInstalled(entry)}
            download={downloads.get(entry.id) ?? null}
            onDownload={(index) => onDownload(entry, index)}
            deeds={deeds}
          />
        ))}
      </ul>
    </section>
  );
}
