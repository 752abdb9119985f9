import { Copy, ShieldCheck } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatTime } from '../../shared/format/format-date';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import textStyles from '../../shared/text.module.css';
import type { NetworkLog } from '../../state/app-state';
import { networkLogText } from './network-log-text';
import styles from './settings-parts.module.css';

const text = messages.settings;

export interface NetworkPanelProps {
  readonly network: NetworkLog;
  readonly onCopied: () => void;
}

/** The proof that nothing left: what went elsewhere, or was kept from it. */
export function NetworkPanel({ network, onCopied }: NetworkPanelProps) {
  const { entries, isKept } = network;
  const allowed = entries.filter(({ outcome }) => outcome === 'allowed').length;
  const copy = async () => {
    await navigator.clipboard.writeText(networkLogText(network));
    onCopied();
  };
  return (
    <Panel
      isRoomy
      title={text.network}
      icon={ShieldCheck}
      aside={
        isKept && (
          <Button size="small" icon={Copy} onClick={() => void copy()}>
            {text.copyLog}
          </Button>
        )
      }
    >
      {isKept ? (
        <p className={styles.figure}>
          {text.requests(allowed)}
          {entries.length > allowed && `, ${text.blockedRequests(entries.length - allowed)}`}
        </p>
      ) : (
        <Note>{text.logNotKept}</Note>
      )}
      <p className={textStyles.secondary}>{text.networkText}</p>
      {entries.length > 0 && <LogTable entries={entries} />}
    </Panel>
  );
}

function LogTable({ entries }: { readonly entries: NetworkLog['entries'] }) {
  return (
    // Reachable by key, because it can scroll sideways.
    <div className={styles.scroll} role="region" aria-label={text.logEntries} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.logColumns.time}</th>
            <th scope="col">{text.logColumns.address}</th>
            <th scope="col">{text.logColumns.why}</th>
            <th scope="col">{text.logColumns.outcome}</th>
            <th scope="col">{text.logColumns.size}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.at} ${entry.address}`}>
              <td className={textStyles.numeric}>{formatTime(entry.at)}</td>
              <td className={styles.address}>
                <bdi className={textStyles.mono}>{entry.address}</bdi>
              </td>
              <td>{text.purposes[entry.purpose]}</td>
              <td>{text.outcomes[entry.outcome]}</td>
              <td className={textStyles.numeric}>{entry.bytes === null ? '–' : formatBytes(entry.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
