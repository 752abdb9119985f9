import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages';
import { Checkbox } from '../../shared/checkbox';
import { formatNumber } from '../../shared/format/number-format';
import { Icon } from '../../shared/icon';
import { tickOf, type GroupNode } from '../../shared/images/image-groups';
import { groupName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import styles from './group-tree.module.css';

export interface GroupTreeProps {
  readonly tree: readonly GroupNode[];
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  /** A search shows everything that it found. */
  readonly isAllOpen?: boolean;
  readonly onToggle: (key: string) => void;
}

/** The groups that occur, with three-state boxes; classes stand open, families closed. */
export function GroupTree({ tree, counts, chosen, isAllOpen = false, onToggle }: GroupTreeProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const turn = (key: string) => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  return (
    <Level
      nodes={tree}
      isTop
      counts={counts}
      chosen={new Set(chosen)}
      isAboveTicked={false}
      isAllOpen={isAllOpen}
      turned={turned}
      onTurn={turn}
      onToggle={onToggle}
    />
  );
}

interface LevelProps {
  readonly nodes: readonly GroupNode[];
  readonly isTop?: boolean;
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: ReadonlySet<string>;
  readonly isAboveTicked: boolean;
  readonly isAllOpen: boolean;
  /** Nodes that are not as they stand at first. */
  readonly turned: ReadonlySet<string>;
  readonly onTurn: (key: string) => void;
  readonly onToggle: (key: string) => void;
}

function Level({ nodes, isTop = false, ...shared }: LevelProps) {
  return (
    <ul className={isTop ? styles.top : styles.below}>
      {nodes.map((node) => (
        <Node key={node.key} node={node} isTop={isTop} {...shared} />
      ))}
    </ul>
  );
}

type NodeProps = Omit<LevelProps, 'nodes'> & { readonly node: GroupNode };

function Node({ node, isTop = false, ...shared }: NodeProps) {
  const { counts, chosen, isAboveTicked, isAllOpen, turned, onTurn, onToggle } = shared;
  const { gallery } = messages;
  const tick = tickOf(node, chosen, isAboveTicked);
  const isOpen = (isAllOpen || node.level === 'class') !== turned.has(node.key);
  const name = groupName(node);
  const hasParts = node.children.length > 0;
  return (
    <li>
      <div className={styles.row}>
        {hasParts && (
          <button
            type="button"
            className={styles.turn}
            aria-expanded={isOpen}
            aria-label={isOpen ? gallery.collapse(name) : gallery.expand(name)}
            onClick={() => onTurn(node.key)}
          >
            <Icon of={isOpen ? ChevronDown : ChevronRight} size={14} />
          </button>
        )}
        <div className={hasParts ? styles.parent : styles.leaf}>
          <Checkbox
            isChecked={tick === 'on'}
            isMixed={tick === 'mixed'}
            onChange={() => onToggle(node.key)}
            label={<Name node={node} name={name} hasMark={isTop || node.level === 'kind'} />}
            aside={formatNumber(counts.get(node.key) ?? 0)}
          />
        </div>
      </div>
      {hasParts && isOpen && <Level {...shared} nodes={node.children} isAboveTicked={tick === 'on'} />}
    </li>
  );
}

function Name({ node, name, hasMark }: { readonly node: GroupNode; readonly name: string; readonly hasMark: boolean }) {
  const { level, label } = node;
  const isHigherGroup = level === 'label' && label !== null && label.level !== 'species' && label.level !== null;
  return (
    <span className={styles.name} title={label?.scientificName || undefined}>
      {hasMark && <KindMark kind={node.kind} />}
      <span className={level === 'family' ? styles.latin : styles.text}>{name}</span>
      {isHigherGroup && <span className={styles.level}>{messages.images.levels[label.level]}</span>}
    </span>
  );
}
