import { Check, HardDrive, Package, PackageSearch, PackageX, ShieldCheck } from 'lucide-react';
import { Link } from 'wouter';
import { isMissingDetector, isUnusableHere, type ModelPackage } from '../../../domain/model-package';
import { messages } from '../../messages';
import { Icon } from '../../shared/icon';
import { Panel } from '../../shared/panel';
import { StorageMeter } from '../../shared/storage-meter';
import { Tag } from '../../shared/tag';
import textStyles from '../../shared/text.module.css';
import type { NetworkLog, StorageView } from '../../state/app-state';
import { routes } from '../../state/routes';
import styles from './home-aside.module.css';

const text = messages.home;

export interface HomeAsideProps {
  readonly packages: readonly ModelPackage[];
  readonly storage: StorageView | null;
  readonly network: NetworkLog;
}

/** What this computer holds: the package, the space, and that nothing left it. */
export function HomeAside({ packages, storage, network }: HomeAsideProps) {
  const outside = network.entries.filter(({ outcome }) => outcome === 'allowed').length;
  return (
    <aside className={styles.aside} aria-label={text.thisComputer}>
      <Panel title={text.packagePanel} icon={Package}>
        <PackageFacts packages={packages} />
        <Link to={routes.models} className={textStyles.small}>
          <span data-tour="computer">{packages.length === 0 ? text.addPackage : text.manageModels}</span>
        </Link>
      </Panel>
      <Panel title={messages.storage.title} icon={HardDrive}>
        <StorageMeter storage={storage} />
      </Panel>
      <Panel
        title={outside === 0 ? messages.shell.nothingLeft : messages.shell.requestsLeft(outside)}
        icon={ShieldCheck}
      >
        <p className={`${textStyles.small} ${textStyles.secondary}`}>
          {network.isKept ? text.requests(outside) : text.logNotKept} {text.worksOffline}
        </p>
        <Link to={routes.settings} className={textStyles.small}>
          {text.showLog}
        </Link>
      </Panel>
    </aside>
  );
}

function PackageFacts({ packages }: { readonly packages: readonly ModelPackage[] }) {
  const [first, ...others] = packages;
  if (first === undefined) return <p className={textStyles.secondary}>{text.noPackage}</p>;
  return (
    <div className={styles.package}>
      <p className={styles.packageName}>
        <bdi>{first.name}</bdi> {first.isDemo && <Tag>{messages.common.demo}</Tag>}
      </p>
      <p className={`${textStyles.small} ${textStyles.quiet}`}>
        {text.packageWith(first.detector !== null, first.classifier === null ? 0 : first.counts.labels)}
        {others.length > 0 && `, ${text.morePackages(others.length)}`}
      </p>
      {isUnusableHere(first) ? (
        <p className={styles.missing}>
          <Icon of={PackageX} size={14} />
          {messages.models.unusable}
        </p>
      ) : isMissingDetector(first) ? (
        <p className={styles.missing}>
          <Icon of={PackageSearch} size={14} />
          {text.detectorMissing}
        </p>
      ) : (
        <p className={styles.ready}>
          <Icon of={Check} size={14} />
          {text.readyOffline}
        </p>
      )}
    </div>
  );
}
