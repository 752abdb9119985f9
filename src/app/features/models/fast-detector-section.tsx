import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ModelPackage } from '../../../domain/model-package';
import { speedMessages as text } from '../../messages/speed-messages';
import { Button } from '../../shared/button';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { FastFacts } from '../../shared/fast-detector/fast-facts';
import { FastMaking } from '../../shared/fast-detector/fast-making';
import { MakeFast } from '../../shared/fast-detector/make-fast';
import textStyles from '../../shared/text.module.css';
import { isUnderWay, type FastMaker } from '../../state/fast-making';
import styles from './reference-check.module.css';

export interface FastDetectorSectionProps {
  readonly modelPackage: ModelPackage;
  readonly packages: readonly ModelPackage[];
  readonly maker: FastMaker;
}

/** The fast detector of a package: what was measured of it, how to have one, and away with it. */
export function FastDetectorSection({ modelPackage, packages, maker }: FastDetectorSectionProps) {
  const { making } = useStore(maker.store);
  const own = making?.packageId === modelPackage.id ? making : null;
  const { id, name, detector, fastDetector } = modelPackage;
  const [isOpen, setIsOpen] = useState(own !== null || fastDetector !== undefined);
  const [isAsking, setIsAsking] = useState(false);
  if (detector === null) return null;
  const isBusy = isUnderWay(making);
  return (
    <section aria-label={text.of(name)}>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className={styles.fold}>
        <summary>
          <h3>{fastDetector === undefined ? text.title : `${text.title}: ${fastDetector.name}`}</h3>
        </summary>
        <div className={styles.content}>
          <p className={`${textStyles.small} ${textStyles.secondary}`}>{text.intro}</p>
          {fastDetector !== undefined && <FastFacts fast={fastDetector} />}
          {fastDetector !== undefined && !isBusy && (
            <div className={styles.line}>
              <Button size="small" variant="quiet" icon={Trash2} onClick={() => setIsAsking(true)}>
                {text.remove}
              </Button>
            </div>
          )}
          {own !== null && (
            <FastMaking making={own} onCancel={() => maker.cancel()} onDismiss={() => maker.dismiss()} />
          )}
          {isBusy && own === null && <p className={`${textStyles.small} ${textStyles.secondary}`}>{text.busy}</p>}
          {!isBusy && (
            <MakeFast
              isFolded={fastDetector !== undefined && own === null}
              modelPackage={modelPackage}
              packages={packages}
              survey={null}
              onMake={(wish, files) => void maker.makeFromFiles(id, wish, files ?? [])}
            />
          )}
        </div>
      </details>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={text.removeTitle}
        confirmLabel={text.remove}
        onConfirm={() => void maker.remove(id)}
      >
        <p>{text.removeText}</p>
      </ConfirmDialog>
    </section>
  );
}
