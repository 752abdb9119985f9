import { Combobox as Base } from '@base-ui/react/combobox';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { createTaxonSearch, type FoundTaxon } from '../../../domain/search-taxa';
import type { Taxonomy } from '../../../domain/taxonomy';
import { messages } from '../../messages';
import { labelMessages } from '../../messages/label-messages';
import { classNames } from '../class-names';
import control from '../control.module.css';
import { Icon } from '../icon';
import { lineName } from '../images/image-words';
import { readLabel } from '../images/read-label';
import popup from '../popup.module.css';
import { namesOfLabel } from './label-search';
import styles from './taxon-combobox.module.css';

export interface TaxonComboboxProps {
  readonly taxonomy: Taxonomy;
  readonly value: FoundTaxon | null;
  readonly onChange: (taxon: FoundTaxon | null) => void;
}

/** As many as are read before one types another letter. */
const LIMIT = 12;

/** Any taxon of the package, found by common or scientific name. In a Field, which names it. */
export function TaxonCombobox({ taxonomy, value, onChange }: TaxonComboboxProps) {
  const words = labelMessages.taxon;
  const [query, setQuery] = useState('');
  const search = useMemo(() => createTaxonSearch(taxonomy.labels.values(), namesOfLabel), [taxonomy]);
  // "Animal" has no rank to which a rule or a label could belong.
  const found = useMemo(
    () =>
      search(query, LIMIT + 1)
        .filter(({ level }) => level !== 'kingdom')
        .slice(0, LIMIT),
    [search, query],
  );
  return (
    <Base.Root
      items={found}
      value={value}
      onValueChange={onChange}
      onInputValueChange={setQuery}
      itemToStringLabel={({ label }: FoundTaxon) => lineName(label)}
      isItemEqualToValue={(taxon: FoundTaxon, other: FoundTaxon) => taxon.key === other.key}
      filter={null}
      autoHighlight
    >
      <Base.InputGroup className={classNames(control.control, styles.full)}>
        <Base.Input className={control.input} placeholder={words.placeholder} />
        <Base.Clear className={control.inside} aria-label={messages.common.clear}>
          <Icon of={X} size={14} />
        </Base.Clear>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={popup.popup}>
            <Base.Empty className={popup.empty}>{query.trim() === '' ? words.type : words.none}</Base.Empty>
            <Base.List>
              {(taxon: FoundTaxon) => (
                <Base.Item key={taxon.key} value={taxon} className={popup.item}>
                  <TaxonItem taxon={taxon} />
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function TaxonItem({ taxon: { label, level } }: { readonly taxon: FoundTaxon }) {
  const { scientificName } = readLabel(label);
  const name = lineName(label);
  return (
    <>
      <span className={popup.itemText}>
        {name} {scientificName !== name && <i className={styles.scientific}>{scientificName}</i>}
      </span>
      <span className={styles.level}>{messages.images.levels[level]}</span>
    </>
  );
}
