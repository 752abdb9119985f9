import { Info } from 'lucide-react';
import { messages } from '../../messages';
import { Panel } from '../../shared/panel';
import textStyles from '../../shared/text.module.css';
import { CITATIONS, licences } from './credits';
import { ShippedPackages } from './shipped-packages';
import styles from './settings-parts.module.css';

const text = messages.settings;

export function AboutPanel({ version }: { readonly version: string }) {
  return (
    <Panel isRoomy title={text.about} icon={Info}>
      <p>
        <strong>{text.version(version)}</strong>
      </p>
      <p className={textStyles.secondary}>{text.aboutText}</p>
      <section className={styles.part} aria-labelledby="citations">
        <h3 id="citations">{text.citations}</h3>
        <p className={`${textStyles.small} ${textStyles.secondary}`}>{text.citationsText}</p>
        <ul className={styles.citations}>
          {CITATIONS.map((citation) => (
            <li key={citation.model}>
              <strong>{citation.model}.</strong>{' '}
              <span lang="en" translate="no">
                {citation.text}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part} aria-labelledby="licences">
        <h3 id="licences">{text.licences}</h3>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.licenceColumns.part}</th>
              <th scope="col">{text.licenceColumns.licence}</th>
            </tr>
          </thead>
          <tbody>
            {licences().map(({ part, licence }) => (
              <tr key={part}>
                <td>{part}</td>
                <td className={styles.licence}>{licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ShippedPackages />
      </section>
    </Panel>
  );
}
