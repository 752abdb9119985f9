import { ArrowLeftRight, Check, Ellipsis, PackageCheck, PackageSearch, PackageX, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isUnusableHere, type ModelPackage, type PackageNote } from '../../../domain/model-package';
import { messages } from '../../messages';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatDate } from '../../shared/format/format-date';
import { IconButton } from '../../shared/icon-button';
import { Menu, type MenuEntry } from '../../shared/menu';
import { Note } from '../../shared/note';
import { Panel } from '../../shared/panel';
import { Tag } from '../../shared/tag';
import textStyles from '../../shared/text.module.css';
import { ChoosePackageDialog } from './choose-package-dialog';
import type { DetectorSource } from './detector-source';
import { FileTable } from './file-table';
import { KnownFile } from './known-file';

import { MissingDetector } from './missing-detector';
import { originOf, sourceFileOf, type NetworkPart } from './network-origin';
import styles from './package-view.module.css';
import { SelfTests } from './self-tests';

const text = messages.models;

const PARTS: readonly NetworkPart[] = ['detector', 'classifier'];

export interface PackageViewProps {
  readonly modelPackage: ModelPackage;
  readonly usedBy: number;
  /** Lone detectors that it could use instead of its own. */
  readonly detectors: readonly ModelPackage[];
  /** Its missing detector; null when nothing is missing. */
  readonly missing: DetectorSource | null;
  readonly isTesting: boolean;
  readonly onTest: () => void;
  readonly onExchange: (detectorPackageId: string) => void;
  readonly onRemove: () => void;
  readonly onCopied: () => void;
  /** Other ways to look at this package on this computer, below its self-test. */
  readonly children?: ReactNode;
}

interface StandingTagProps {
  readonly isComplete: boolean;
  readonly modelPackage: ModelPackage;
}

/** WASM runs everywhere: where even that fails its self-test, the package is not run. */
function StandingTag({ isComplete, modelPackage }: StandingTagProps) {
  if (isUnusableHere(modelPackage)) {
    return (
      <Tag tone="warn" icon={PackageX}>
        {text.unusable}
      </Tag>
    );
  }
  return isComplete ? (
    <Tag tone="success" icon={Check}>
      {text.readyOffline}
    </Tag>
  ) : (
    <Tag tone="warn" icon={PackageSearch}>
      {text.missing.tag}
    </Tag>
  );
}

/** A stored package: what it is, where its files come from, what is missing, how it does on this computer. */
export function PackageView(props: PackageViewProps) {
  const { modelPackage, usedBy, detectors, missing, isTesting, onTest, onCopied } = props;
  const [asking, setAsking] = useState<'remove' | 'exchange' | null>(null);
  const { name, files, isDemo } = modelPackage;
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <Panel
      isRoomy
      icon={missing === null ? PackageCheck : PackageSearch}
      title={name}
      aside={
        <>
          {isDemo && <Tag>{messages.common.demo}</Tag>}
          <StandingTag isComplete={missing === null} modelPackage={modelPackage} />
          <Menu
            trigger={<IconButton icon={Ellipsis} size="small" label={messages.common.more(name)} />}
            entries={menuEntries(detectors.length > 0, setAsking)}
          />
        </>
      }
    >
      <p className={`${textStyles.small} ${textStyles.quiet} ${styles.facts}`}>{factLine(modelPackage, usedBy)}</p>
      {missing !== null && <MissingDetector source={missing} />}
      {!isDemo && (
        <ul className={styles.known} aria-label={text.known.of(name)}>
          {PARTS.map((part) => {
            const file = sourceFileOf(modelPackage, part);
            if (file === null) return null;
            return <KnownFile key={part} part={part} file={file} origin={originOf(modelPackage, part)} />;
          })}
        </ul>
      )}
      {notesToSay(modelPackage).map((note) => (
        <Note key={note.code}>{text.note(note)}</Note>
      ))}
      <SelfTests name={name} tests={modelPackage.selfTests} isTesting={isTesting} onTest={onTest} />
      {props.children}
      <details className={styles.files}>
        <summary>{text.files(files.length, formatBytes(totalBytes))}</summary>
        <FileTable name={name} files={files} onCopied={onCopied} />
      </details>
      <footer className={styles.foot}>
        <span>{text.added(formatDate(modelPackage.addedAt))}</span>
        {modelPackage.importer !== null && <span className={styles.converted}>{conversionWords(modelPackage)}</span>}
      </footer>
      <PackageQuestions {...props} totalBytes={totalBytes} asking={asking} onClose={() => setAsking(null)} />
    </Panel>
  );
}

function menuEntries(canExchange: boolean, ask: (question: 'remove' | 'exchange') => void): readonly MenuEntry[] {
  const remove: MenuEntry = {
    id: 'remove',
    label: text.remove,
    icon: Trash2,
    tone: 'danger',
    onSelect: () => ask('remove'),
  };
  if (!canExchange) return [remove];
  const exchange: MenuEntry = {
    id: 'exchange',
    label: text.exchange.menu,
    icon: ArrowLeftRight,
    onSelect: () => ask('exchange'),
  };
  return [exchange, 'separator', remove];
}

interface PackageQuestionsProps extends PackageViewProps {
  readonly totalBytes: number;
  readonly asking: 'remove' | 'exchange' | null;
  readonly onClose: () => void;
}

function PackageQuestions(props: PackageQuestionsProps) {
  const { modelPackage, usedBy, detectors, totalBytes, asking, onClose, onExchange, onRemove } = props;
  const { name } = modelPackage;
  return (
    <>
      <ConfirmDialog
        isOpen={asking === 'remove'}
        onClose={onClose}
        title={text.removeTitle(name)}
        confirmLabel={text.remove}
        onConfirm={onRemove}
      >
        <p>{text.removeText(formatBytes(totalBytes))}</p>
        {usedBy > 0 && <p>{text.removeUsed(usedBy)}</p>}
      </ConfirmDialog>
      {asking === 'exchange' && (
        <ChoosePackageDialog
          title={text.exchange.title(name)}
          description={text.exchange.says}
          label={text.exchange.detectors}
          packages={detectors}
          textOf={({ addedAt }) => text.added(formatDate(addedAt))}
          confirmLabel={text.exchange.use}
          onChoose={(id) => {
            onExchange(id);
            onClose();
          }}
          onClose={onClose}
        />
      )}
    </>
  );
}

/** That a classifier gives raw values is worth a word only where its export could have been another one. */
function conversionWords({ files }: ModelPackage): string {
  return files.some(({ role }) => role.endsWith('-weights')) ? text.converted : text.convertedToOneFile;
}

function notesToSay({ notes, importer }: ModelPackage): readonly PackageNote[] {
  return importer === null ? notes : notes.filter(({ code }) => code !== 'output-is-logits');
}

function factLine({ type, detector, classifier, counts }: ModelPackage, usedBy: number): string {
  const kind = classifier === null ? text.detectorOnly : detector === null ? text.classifierOnly : text.types[type];
  const facts = [
    kind,
    counts.labels > 0 && classifier !== null ? text.labels(counts.labels) : null,
    counts.taxa > 0 ? text.taxa(counts.taxa) : null,
    counts.geofencedTaxa > 0 ? text.geofenced(counts.geofencedTaxa) : null,
    text.usedBy(usedBy),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}
