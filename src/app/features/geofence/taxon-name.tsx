import { CategoryMark } from '../../shared/category-mark';
import styles from './taxon-name.module.css';

export interface TaxonNameProps {
  readonly name: string;
  /** Empty when it is the same. */
  readonly scientificName: string;
}

/** An animal's name as people and as science write it. */
export function TaxonName({ name, scientificName }: TaxonNameProps) {
  return (
    <span className={styles.taxon}>
      <CategoryMark category="animal" />
      <span className={styles.names}>
        {name} {scientificName !== '' && <i className={styles.scientific}>{scientificName}</i>}
      </span>
    </span>
  );
}
