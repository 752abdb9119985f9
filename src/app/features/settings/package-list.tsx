import { useEffect, useState } from 'react';
import type { ShippedPackage } from '../../../domain/shipped-packages';
import { messages } from '../../messages';
import { licencesMessages as words } from '../../messages/licences-messages';
import { Field, TextInput } from '../../shared/field';
import { matchesWords } from '../../shared/matches-words';
import { Note } from '../../shared/note';
import textStyles from '../../shared/text.module.css';
import { readShippedPackages } from '../../state/read-shipped-packages';
import styles from './shipped-packages.module.css';

type Reading =
  | { readonly step: 'reading' }
  | { readonly step: 'failed' }
  | { readonly step: 'read'; readonly packages: readonly ShippedPackage[] };

/** Every package in the built app: found by its name or its licence, each with its texts folded away. */
export function PackageList() {
  const reading = useShippedPackages();
  const [query, setQuery] = useState('');
  if (reading.step === 'reading') return <p role="status">{messages.common.loading}</p>;
  if (reading.step === 'failed') return <Note tone="warn">{words.unreadable}</Note>;
  const { packages } = reading;
  const shown = packages.filter(({ name, licence }) => matchesWords(`${name} ${licence}`, query));
  return (
    <div className={styles.list}>
      <p className={textStyles.secondary}>{words.intro}</p>
      <Field label={words.find}>
        <TextInput type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
      </Field>
      <p role="status" className={textStyles.hint}>
        {shown.length === 0 ? words.none : words.count(shown.length, packages.length)}
      </p>
      <ul className={styles.packages}>
        {shown.map((shippedPackage) => (
          <PackageRow key={`${shippedPackage.name}@${shippedPackage.version}`} {...shippedPackage} />
        ))}
      </ul>
    </div>
  );
}

function PackageRow({ name, version, licence, texts }: ShippedPackage) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li translate="no">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={textStyles.mono}>{name}</span> <span className={styles.version}>{version}</span>{' '}
          <span className={styles.licence}>{licence}</span>
        </summary>
        {isOpen &&
          texts.map((text, index) => (
            // What scrolls must be reachable by the keyboard. No landmark: there may be several of one package.
            <pre key={index} className={styles.text} tabIndex={0} role="group" aria-label={words.textOf(name)}>
              {text}
            </pre>
          ))}
      </details>
    </li>
  );
}

function useShippedPackages(): Reading {
  const [reading, setReading] = useState<Reading>({ step: 'reading' });
  useEffect(() => {
    let isWanted = true;
    const tell = (found: Reading) => {
      if (isWanted) setReading(found);
    };
    readShippedPackages().then(
      (packages) => tell({ step: 'read', packages }),
      () => tell({ step: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return reading;
}
