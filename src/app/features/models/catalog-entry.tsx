import { Check, ChevronDown, Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { hostsOf, type CatalogDownload, type CatalogEntry } from '../../../domain/model-catalog';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatBytes } from '../../shared/format/format-bytes';
import { Icon } from '../../shared/icon';
import { Tag } from '../../shared/tag';
import textStyles from '../../shared/text.module.css';
import type { ModelDownload } from '../../state/app-state';
import styles from './catalog-entry.module.css';
import { DownloadConsent } from './download-consent';
import { DownloadProgress, type DownloadDeeds } from './download-progress';
import { ManualSteps } from './manual-steps';

const text = messages.models.get;

export interface CatalogEntryViewProps {
  readonly entry: CatalogEntry;
  readonly isInstalled: boolean;
  readonly download: ModelDownload | null;
  /** `index`: which of the entry's downloads. */
  readonly onDownload: (index: number) => void;
  readonly deeds: DownloadDeeds;
}

/** One thing that can be had: what it is, and on demand how to get it. */
export function CatalogEntryView({ entry, isInstalled, download, onDownload, deeds }: CatalogEntryViewProps) {
  const { id, kind, name, version, licence, size, manual, downloads, citation } = entry;
  const facts = [text.kinds[kind], size === null ? null : formatBytes(size), text.licence(licence)];
  return (
    <li className={styles.entry}>
      <details className={styles.details}>
        <summary className={styles.summary}>
          <span className={styles.words}>
            <span className={styles.name}>
              {name} {version}
            </span>
            <span className={`${textStyles.small} ${textStyles.quiet}`}>
              {facts.filter((fact) => fact !== null).join(' · ')}
            </span>
          </span>
          {isInstalled && (
            <Tag tone="success" icon={Check}>
              {text.installed}
            </Tag>
          )}
          <Icon of={ChevronDown} />
        </summary>
        <div className={styles.ways}>
          {manual !== null && (
            <section className={styles.way}>
              <h3>{text.byHand}</h3>
              <ManualSteps manual={manual} />
            </section>
          )}
          {downloads.length > 0 && (
            <section className={styles.way}>
              <h3>{text.inApp}</h3>
              {downloads.map((source, index) => (
                <DownloadSource
                  key={source.files[0]?.url ?? id}
                  entry={entry}
                  source={source}
                  isBusy={download !== null}
                  onDownload={() => onDownload(index)}
                />
              ))}
            </section>
          )}
          <p className={textStyles.hint}>
            {text.cite}: <span translate="no">{citation}</span>
          </p>
        </div>
      </details>
      {download !== null && <DownloadProgress name={`${name} ${version}`} download={download} deeds={deeds} />}
    </li>
  );
}

interface DownloadSourceProps {
  readonly entry: CatalogEntry;
  readonly source: CatalogDownload;
  readonly isBusy: boolean;
  readonly onDownload: () => void;
}

/** A download by the app. The app's own host needs no warning: it is where the app itself came from. */
function DownloadSource({ entry, source, isBusy, onDownload }: DownloadSourceProps) {
  const [isAsking, setAsking] = useState(false);
  const hosts = hostsOf(source);
  const isOwn = hosts.length === 0;
  return (
    <div className={styles.source}>
      <Button size="small" icon={Download} disabled={isBusy} onClick={isOwn ? onDownload : () => setAsking(true)}>
        {isOwn ? text.add : text.download(hosts.join(', '))}
      </Button>
      {!isOwn && !source.verified && (
        <Tag tone="warn" icon={TriangleAlert}>
          {text.unverified}
        </Tag>
      )}
      {isAsking && (
        <DownloadConsent entry={entry} source={source} onAgree={onDownload} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}
