import { useMemo } from 'react';
import { Package } from 'lucide-react';
import { messages } from '../../messages';
import { EmptyState } from '../../shared/empty-state';
import { Panel } from '../../shared/panel';
import { ScreenHeading } from '../../shared/screen-heading';
import { StorageMeter } from '../../shared/storage-meter';
import textStyles from '../../shared/text.module.css';
import { useActions, useAppState } from '../../state/app-store';
import { AddPackage } from './add-package';
import styles from './models-screen.module.css';
import { PackageJobView } from './package-job';
import { PackageView } from './package-view';
import { candidatesOf } from './candidates';

const text = messages.models;

export function ModelsScreen() {
  const packages = useAppState((state) => state.packages);
  const jobs = useAppState((state) => state.packageJobs);
  const surveys = useAppState((state) => state.surveys);
  const storage = useAppState((state) => state.storage);
  const actions = useActions();
  const useCounts = useMemo(() => countBy(surveys.map(({ survey }) => survey.settings.packageId)), [surveys]);
  const add = (files: FileList) => void actions.addPackageFiles(candidatesOf(files));
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <ScreenHeading documentTitle={text.tabTitle}>{text.title}</ScreenHeading>
        {packages.length > 0 && <span className={styles.count}>{text.ready(packages.length)}</span>}
      </header>
      <div className={styles.add}>
        <AddPackage onFiles={add} />
      </div>
      <div className={styles.column}>
        {jobs.map((job) => (
          <PackageJobView
            key={job.id}
            job={job}
            onCancel={() => actions.cancelPackageJob(job.id)}
            onDismiss={() => actions.dismissPackageJob(job.id)}
            onFiles={(files) => {
              actions.dismissPackageJob(job.id);
              add(files);
            }}
          />
        ))}
        {packages.length === 0 && jobs.length === 0 && (
          <div className={styles.empty}>
            <EmptyState icon={Package} title={text.emptyTitle}>
              {text.emptyText}
            </EmptyState>
          </div>
        )}
        {packages.map((modelPackage) => (
          <PackageView
            key={modelPackage.id}
            modelPackage={modelPackage}
            usedBy={useCounts.get(modelPackage.id) ?? 0}
            onRemove={() => void actions.removePackage(modelPackage.id)}
            onCopied={() => actions.notify('copied')}
          />
        ))}
      </div>
      <aside className={styles.aside} aria-label={text.aboutPackages}>
        <Panel title={text.whereTitle}>
          {text.whereText.map((paragraph) => (
            <p key={paragraph} className={`${textStyles.small} ${textStyles.secondary}`}>
              {paragraph}
            </p>
          ))}
          <p className={`${textStyles.small} ${textStyles.secondary}`}>{text.demoText}</p>
        </Panel>
        <Panel title={messages.storage.title}>
          <StorageMeter storage={storage} />
        </Panel>
      </aside>
    </div>
  );
}

function countBy(ids: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
