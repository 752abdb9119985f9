import { hostsOf, type CatalogDownload, type CatalogEntry } from '../../../domain/model-catalog';
import { messages } from '../../messages';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { formatBytes } from '../../shared/format/format-bytes';

const text = messages.models.get;

export interface DownloadConsentProps {
  readonly entry: CatalogEntry;
  readonly source: CatalogDownload;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}

/** Before anything leaves this computer: how much, from where, and what the other side sees. */
export function DownloadConsent({ entry, source, onAgree, onClose }: DownloadConsentProps) {
  const host = hostsOf(source).join(', ');
  const size = sizeOf(entry, source);
  const isChecked = source.files.every(({ md5, sha256 }) => md5 !== null || sha256 !== null);
  return (
    <ConfirmDialog
      isOpen
      tone="plain"
      title={text.consentTitle(`${entry.name} ${entry.version}`, host)}
      confirmLabel={text.consent}
      onConfirm={onAgree}
      onClose={onClose}
    >
      <p>{text.consentSize(size === null ? null : formatBytes(size))}</p>
      <p>{text.consentHost(host)}</p>
      <p>
        {!source.verified && `${text.consentUnverified} `}
        {isChecked ? text.consentChecked : text.consentUnchecked}
      </p>
    </ConfirmDialog>
  );
}

/** Bytes of the source's own files when all are known, else what the entry says. */
function sizeOf(entry: CatalogEntry, { files }: CatalogDownload): number | null {
  return files.every(({ size }) => size !== null) ? files.reduce((sum, { size }) => sum + (size ?? 0), 0) : entry.size;
}
