import { BadgeCheck, ChevronDown, CircleHelp } from 'lucide-react';
import type { PackageFile } from '../../../domain/model-package';
import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { Icon } from '../../shared/icon';
import { Tag } from '../../shared/tag';
import { Tooltip } from '../../shared/tooltip';
import textStyles from '../../shared/text.module.css';
import styles from './known-file.module.css';
import type { NetworkOrigin, NetworkPart } from './network-origin';

const text = messages.models.known;

export interface KnownFileProps {
  /** Which network of the package. */
  readonly part: NetworkPart;
  readonly origin: NetworkOrigin;
  /** Its own file, as the person knows it: the checkpoint when it came as one. */
  readonly file: PackageFile;
}

const LOOKS = {
  official: { icon: BadgeCheck, tone: 'success' },
  likely: { icon: CircleHelp, tone: 'quiet' },
  unverified: { icon: CircleHelp, tone: 'quiet' },
} as const;

/** Where a network comes from: the authors' own file, or one that nobody vouches for. The tag says what it means. */
export function KnownFile({ part, origin, file }: KnownFileProps) {
  const { icon, tone } = LOOKS[origin.kind];
  const says = text.says[origin.kind];
  const facts = origin.kind === 'unverified' ? null : origin.facts;
  return (
    <li className={styles.known}>
      <span className={styles.part}>{text.parts[part]}</span>
      <div className={styles.words}>
        {facts === null ? (
          <FileName name={file.name} />
        ) : (
          <span className={styles.name}>
            {origin.kind === 'likely' ? text.likely(facts.name, facts.version) : `${facts.name} ${facts.version}`}
          </span>
        )}
        <span className={textStyles.quiet}>
          {formatBytes(file.size)}
          {facts !== null && ` · ${facts.licence}`}
        </span>
        <details className={styles.says}>
          <Tooltip label={says}>
            <summary>
              <Tag tone={tone} icon={icon}>
                {text.tags[origin.kind]}
                <Icon of={ChevronDown} size={14} />
              </Tag>
            </summary>
          </Tooltip>
          <p>{says}</p>
          {facts !== null && (
            <p>
              {text.cite}: <span translate="no">{facts.citation}</span>
            </p>
          )}
        </details>
      </div>
    </li>
  );
}
