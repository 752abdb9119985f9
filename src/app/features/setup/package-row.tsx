import { CircleCheck, PackageOpen, PackageSearch, PackageX } from 'lucide-react';
import { fileOf, isMissingDetector, isUnusableHere, type ModelPackage } from '../../../domain/model-package';
import type { RunMode, SurveySettings } from '../../../domain/survey';
import { messages } from '../../messages';
import { Button, LinkButton } from '../../shared/button';
import { Note } from '../../shared/note';
import { Select } from '../../shared/select';
import { Tag } from '../../shared/tag';
import type { Attached } from '../../state/app-state';
import { routes } from '../../state/routes';
import styles from './package-row.module.css';
import { fittingMode } from './run-choices';
import { SetupRow } from './setup-row';

export interface PackageRowProps {
  readonly packages: readonly ModelPackage[];
  readonly chosen: ModelPackage | null;
  /** What the survey asks for, also when it was removed. */
  readonly wanted: string | null;
  readonly mode: RunMode;
  readonly attached: Attached;
  /** Photos that are done with this package; null while it can be changed freely. */
  readonly lockedBy: number | null;
  readonly onChange: (change: Partial<SurveySettings>) => void;
  readonly onStartOver: () => void;
}

export function PackageRow(props: PackageRowProps) {
  const { packages, chosen, wanted, mode, attached, lockedBy, onChange, onStartOver } = props;
  const { setup: words } = messages;
  if (packages.length === 0) {
    return (
      <SetupRow title={words.package}>
        <Note tone="warn" icon={PackageOpen}>
          <p>{words.noPackages}</p>
        </Note>
        <div>
          <LinkButton to={routes.models}>{words.addPackage}</LinkButton>
        </div>
      </SetupRow>
    );
  }
  const choose = (id: string) => {
    const next = packages.find((candidate) => candidate.id === id);
    if (next !== undefined) onChange({ packageId: id, mode: fittingMode(mode, next, attached) });
  };
  return (
    <SetupRow title={words.package}>
      <div className={styles.choice}>
        <Select
          className={styles.select}
          label={words.package}
          placeholder={words.packageChoose}
          options={packages.map((candidate) => ({ value: candidate.id, label: optionLabel(candidate, packages) }))}
          value={chosen?.id ?? null}
          onChange={choose}
          // Of a package that was removed, too: class numbers in its results are those of its own list.
          isDisabled={lockedBy !== null && wanted !== null}
        />
        <LinkButton to={routes.models} variant="quiet">
          {words.managePackages}
        </LinkButton>
      </div>
      {chosen !== null && <PackageFacts modelPackage={chosen} />}
      {chosen === null && wanted !== null && (
        <Note tone="warn">
          <p>{words.packageGone}</p>
        </Note>
      )}
      {lockedBy !== null && lockedBy > 0 && (
        <div className={styles.locked}>
          <p>{words.locked(lockedBy)}</p>
          <Button size="small" onClick={onStartOver}>
            {words.startOver}
          </Button>
        </div>
      )}
    </SetupRow>
  );
}

function PackageFacts({ modelPackage }: { readonly modelPackage: ModelPackage }) {
  const { setup: words } = messages;
  const { detector, classifier, type, isDemo } = modelPackage;
  const does =
    classifier === null
      ? words.detectorOnly
      : detector === null
        ? words.classifierOnly
        : type === 'always_crop'
          ? words.cropsEach
          : words.wholeImage;
  const isIncomplete = isMissingDetector(modelPackage);
  return (
    <>
      <p className={styles.facts}>
        {does}
        {classifier !== null && `, ${words.classes(modelPackage.counts.labels)}`}
        {isUnusableHere(modelPackage) ? (
          <Tag tone="warn" icon={PackageX}>
            {messages.models.unusable}
          </Tag>
        ) : isIncomplete ? (
          <Tag tone="warn" icon={PackageSearch}>
            {words.detectorMissing}
          </Tag>
        ) : (
          <Tag tone="success" icon={CircleCheck}>
            {words.readyOffline}
          </Tag>
        )}
        {isDemo && <Tag>{words.demo}</Tag>}
      </p>
      {isIncomplete && (
        <Note tone="warn" icon={PackageSearch}>
          <p>{words.detectorMissingText}</p>
          <LinkButton to={routes.models} size="small" className={styles.add}>
            {words.addDetector}
          </LinkButton>
        </Note>
      )}
    </>
  );
}

/** Two packages may have one name, with different detectors: then the detector is named too. */
function optionLabel(candidate: ModelPackage, packages: readonly ModelPackage[]): string {
  const { id, name, isDemo } = candidate;
  if (isDemo) return `${name} (${messages.setup.demo})`;
  const hasTwin = packages.some((other) => other.id !== id && other.name === name);
  const detector = (fileOf(candidate, 'detector-weights') ?? fileOf(candidate, 'detector'))?.name;
  return hasTwin ? `${name} (${detector ?? messages.setup.detectorMissing})` : name;
}
