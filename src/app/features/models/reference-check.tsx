import { Copy } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ModelPackage } from '../../../domain/model-package';
import { publishedFor } from '../../../domain/published-results';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import { Button } from '../../shared/button';
import { StepProgress } from '../../shared/step-progress';
import textStyles from '../../shared/text.module.css';
import type { CheckView, ReferenceChecker } from '../../state/reference-check';
import { ReferenceCheckDrop } from './reference-check-drop';
import { ReferenceCheckResults } from './reference-check-results';
import { ReferenceCheckSources } from './reference-check-sources';
import { ReferenceCheckStanding } from './reference-check-standing';
import { referenceCheckText } from './reference-check-text';
import styles from './reference-check.module.css';

export interface ReferenceCheckProps {
  readonly modelPackage: ModelPackage;
  readonly checker: ReferenceChecker;
  readonly onCopied: () => void;
}

/** Offered only where something is published of the package's networks: compares them with it, on the same photos. */
export function ReferenceCheck({ modelPackage, checker, onCopied }: ReferenceCheckProps) {
  const { published, check } = useStore(checker.store);
  const own = check?.packageId === modelPackage.id ? check : null;
  const [isOpen, setIsOpen] = useState(own !== null);
  const summary = useRef<HTMLElement>(null);
  useEffect(() => void checker.readPublished(), [checker]);
  const sets = useMemo(
    () => (published === null ? [] : publishedFor(modelPackage, published)),
    [modelPackage, published],
  );
  if (published === null || sets.length === 0) return null;
  const { name } = modelPackage;
  /** The pressed button goes away: the focus must not fall out of the section. */
  const act = (deed: () => void) => () => {
    summary.current?.focus();
    deed();
  };
  return (
    <section aria-label={text.of(name)}>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className={styles.fold}>
        <summary ref={summary}>
          <h3>{text.title}</h3>
        </summary>
        <div className={styles.content}>
          <p className={`${textStyles.small} ${textStyles.secondary}`}>{text.intro(published.photos.files.length)}</p>
          <ReferenceCheckSources photos={published.photos} sets={sets} />
          <ReferenceCheckDrop
            onDropped={(data) => void checker.checkDropped(modelPackage, data)}
            onFiles={(files) => void checker.checkFiles(modelPackage, [...files])}
          />
          {own !== null && isUnderWay(own) && (
            <StepProgress
              label={text.progress}
              step={text.steps[own.step]}
              done={own.done}
              total={own.total}
              onCancel={act(() => checker.cancel())}
            />
          )}
          <div role="status">{own !== null && !isUnderWay(own) && <ReferenceCheckStanding check={own} />}</div>
          {own !== null && !isUnderWay(own) && (
            <ReferenceCheckDeeds
              report={() => referenceCheckText({ packageName: name, appVersion: __APP_VERSION__ }, sets, own)}
              canCopy={own.rows.length > 0}
              onCopied={onCopied}
              onClear={act(() => checker.dismiss())}
            />
          )}
          {own !== null && <ReferenceCheckResults rows={own.rows} />}
        </div>
      </details>
    </section>
  );
}

type UnderWay = CheckView & { readonly step: keyof typeof text.steps };

function isUnderWay(check: CheckView): check is UnderWay {
  return check.step in text.steps;
}

interface ReferenceCheckDeedsProps {
  readonly report: () => string;
  readonly canCopy: boolean;
  readonly onCopied: () => void;
  readonly onClear: () => void;
}

function ReferenceCheckDeeds({ report, canCopy, onCopied, onClear }: ReferenceCheckDeedsProps) {
  const copy = async () => {
    await navigator.clipboard.writeText(report());
    onCopied();
  };
  return (
    <div className={styles.line}>
      {canCopy && (
        <Button size="small" icon={Copy} onClick={() => void copy()}>
          {text.copy}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={onClear}>
        {text.clear}
      </Button>
    </div>
  );
}
