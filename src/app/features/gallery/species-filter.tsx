import { useState } from 'react';
import { messages } from '../../messages';
import { findGroup, searchTree, toggleGroup, type GroupNode } from '../../shared/images/image-groups';
import { groupName } from '../../shared/images/image-words';
import text from '../../shared/text.module.css';
import { FindBox } from './find-box';
import { GroupTree } from './group-tree';

export interface SpeciesFilterProps {
  /** Animals only: everything else is a category. */
  readonly tree: readonly GroupNode[];
  /** Images under each node that pass the other filters. */
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The tree of groups that occur, with a search in it. */
export function SpeciesFilter({ tree, counts, chosen, onChange }: SpeciesFilterProps) {
  const { galleryFilters } = messages;
  const [sought, setSought] = useState('');
  const found = searchTree(tree, sought, searchedName);
  return (
    <>
      <FindBox label={galleryFilters.findSpecies} value={sought} onChange={setSought} />
      {found.length === 0 && sought.trim() !== '' && <p className={text.hint}>{galleryFilters.noSpecies}</p>}
      <GroupTree
        tree={found}
        counts={counts}
        chosen={chosen}
        isAllOpen={sought.trim() !== ''}
        onToggle={(key) => {
          // What a saved view names and this survey does not have stays chosen.
          const elsewhere = chosen.filter((other) => findGroup(tree, other) === null);
          onChange([...toggleGroup(tree, new Set(chosen), key), ...elsewhere]);
        }}
      />
    </>
  );
}

/** People's word and the Latin one. */
function searchedName(node: GroupNode): string {
  return `${groupName(node)} ${node.taxon} ${node.label?.scientificName ?? ''}`;
}
