import { lazy, Suspense, useState } from 'react';
import { messages } from '../../messages';
import { licencesMessages as words } from '../../messages/licences-messages';
import styles from './shipped-packages.module.css';

const PackageList = lazy(() => import('./package-list').then((m) => ({ default: m.PackageList })));

/** What others made, folded away: the list and its texts are read when someone wants them. */
export function ShippedPackages() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.whole} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.show}</summary>
      {isOpen && (
        <Suspense fallback={<p role="status">{messages.common.loading}</p>}>
          <PackageList />
        </Suspense>
      )}
    </details>
  );
}
