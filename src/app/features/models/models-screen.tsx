import { useEffect, useMemo } from 'react';
import type { CatalogEntry } from '../../../domain/model-catalog';
import type { ModelPackage } from '../../../domain/model-package';
import { classNames } from '../../shared/class-names';
import { messages } from '../../messages';
import { ErrorNotice } from '../../shared/error-notice';
import { Panel } from '../../shared/panel';
import { ScreenHeading } from '../../shared/screen-heading';
import { StorageMeter } from '../../shared/storage-meter';
import textStyles from '../../shared/text.module.css';
import type { CatalogView, ModelDownload } from '../../state/app-state';
import { useActions, useAppState, useFastMaker, useReferenceChecker } from '../../state/app-store';
import { incompletePackages, otherDetectors } from '../../state/package-completion';
import { AddPackage } from './add-package';
import { candidatesOf } from './candidates';
import { CatalogList } from './catalog-list';
import { DownloadProgress } from './download-progress';
import { detectorSourceOf, type DetectorSource } from './detector-source';
import { FastDetectorSection } from './fast-detector-section';
import styles from './models-screen.module.css';
import { PackageJobView } from './package-job';
import { PackageView } from './package-view';
import { ReferenceCheck } from './reference-check';

const text = messages.models;

/** What is installed, what is on its way in, and where to get more. */
export function ModelsScreen() {
  const packages = useAppState((state) => state.packages);
  const jobs = useAppState((state) => state.packageJobs);
  const tests = useAppState((state) => state.packageTests);
  const surveys = useAppState((state) => state.surveys);
  const storage = useAppState((state) => state.storage);
  const catalog = useAppState((state) => state.catalog);
  const downloads = useAppState((state) => state.downloads);
  const actions = useActions();
  const checker = useReferenceChecker();
  const maker = useFastMaker();
  useEffect(() => void actions.readCatalog(), [actions]);
  const useCounts = useMemo(() => countBy(surveys.map(({ survey }) => survey.settings.packageId)), [surveys]);
  const downloadsById = useMemo(() => new Map(downloads.map((download) => [download.entryId, download])), [downloads]);
  const deeds = useMemo(
    () => ({
      pause: (id: string) => actions.pauseDownload(id),
      resume: (id: string) => actions.resumeDownload(id),
      cancel: (id: string) => actions.cancelDownload(id),
    }),
    [actions],
  );
  const add = (files: FileList) => void actions.addPackageFiles(candidatesOf(files));
  const notifyCopied = () => actions.notify('copied');
  const isEmpty = packages.length === 0;
  const leftDownloads = withoutEntry(downloads, catalog);
  return (
    <div className={classNames(styles.screen, isEmpty && styles.first)}>
      <header className={styles.head}>
        <ScreenHeading documentTitle={text.tabTitle}>{text.title}</ScreenHeading>
        {(!isEmpty || jobs.length === 0) && (
          <span className={styles.count}>{isEmpty ? text.emptyTitle : readyWords(packages)}</span>
        )}
      </header>
      <div className={styles.add}>
        <AddPackage isStacked={!isEmpty} onFiles={add} />
      </div>
      <div className={styles.column}>
        {jobs.map((job) => (
          <PackageJobView
            key={job.id}
            job={job}
            packages={packages}
            onCancel={() => actions.cancelPackageJob(job.id)}
            onDismiss={() => actions.dismissPackageJob(job.id)}
            onAnswer={(packageId) => actions.answerPackageJob(job.id, packageId)}
            onCopied={notifyCopied}
            onFiles={(files) => {
              actions.dismissPackageJob(job.id);
              add(files);
            }}
          />
        ))}
        {packages.map((modelPackage) => (
          <PackageView
            key={modelPackage.id}
            modelPackage={modelPackage}
            usedBy={useCounts.get(modelPackage.id) ?? 0}
            detectors={otherDetectors(modelPackage, packages)}
            missing={missingOf(modelPackage, catalog)}
            isTesting={tests.includes(modelPackage.id)}
            onTest={() => void actions.testPackage(modelPackage.id)}
            onExchange={(detectorId) => void actions.exchangeDetector(modelPackage.id, detectorId)}
            onRemove={() => void actions.removePackage(modelPackage.id)}
            onCopied={notifyCopied}
          >
            <FastDetectorSection modelPackage={modelPackage} packages={packages} maker={maker} />
            <ReferenceCheck modelPackage={modelPackage} checker={checker} onCopied={notifyCopied} />
          </PackageView>
        ))}
        {leftDownloads.length > 0 && (
          <Panel title={text.get.left}>
            {leftDownloads.map((download) => (
              <DownloadProgress key={download.entryId} name={download.entryId} download={download} deeds={deeds} />
            ))}
          </Panel>
        )}
        {catalog.step === 'unreadable' && <ErrorNotice condition={catalog.condition} tone="warn" />}
        {catalog.step === 'read' && (
          <CatalogList
            entries={catalog.catalog.entries}
            downloads={downloadsById}
            isInstalled={(entry) => packages.some((known) => holdsEntry(known, entry))}
            onDownload={(entry, index) => void actions.startDownload(entry.id, index)}
            deeds={deeds}
          />
        )}
      </div>
      <aside className={styles.aside} aria-label={text.aboutPackages}>
        <Panel title={text.howTitle}>
          {text.howText.map((paragraph) => (
            <p key={paragraph} className={`${textStyles.small} ${textStyles.secondary}`}>
              {paragraph}
            </p>
          ))}
        </Panel>
        <Panel title={messages.storage.title}>
          <StorageMeter storage={storage} />
        </Panel>
      </aside>
    </div>
  );
}

function missingOf({ missingDetector, detector }: ModelPackage, catalog: CatalogView): DetectorSource | null {
  return missingDetector === null || detector !== null
    ? null
    : detectorSourceOf(missingDetector, catalog.step === 'read' ? catalog.catalog.entries : []);
}

function readyWords(packages: readonly ModelPackage[]): string {
  const waiting = incompletePackages(packages).length;
  const ready = text.ready(packages.length - waiting);
  return waiting === 0 ? ready : `${ready}, ${text.waiting(waiting)}`;
}

/** Downloads that the catalog does not list any more, or that can't be told because it can't be read: they take space. */
function withoutEntry(downloads: readonly ModelDownload[], catalog: CatalogView): readonly ModelDownload[] {
  if (catalog.step === 'waiting') return [];
  const listed = new Set(catalog.step === 'read' ? catalog.catalog.entries.map(({ id }) => id) : []);
  return downloads.filter(({ entryId }) => !listed.has(entryId));
}

/** By checksum only: a name says nothing about the bytes. */
function holdsEntry({ files }: ModelPackage, entry: CatalogEntry): boolean {
  const hasFile = (hash: string | null) =>
    hash !== null && files.some(({ md5, sha256 }) => md5 === hash || sha256 === hash);
  return entry.files.length > 0 && entry.files.every(({ md5, sha256 }) => hasFile(md5) || hasFile(sha256));
}

function countBy(ids: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
