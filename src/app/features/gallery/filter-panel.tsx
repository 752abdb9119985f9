import { Search } from 'lucide-react';
import { useId, useMemo } from 'react';
import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import control from '../../shared/control.module.css';
import { formatNumber } from '../../shared/format/number-format';
import { formatScore, type ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import type { ImageDescription } from '../../shared/images/describe-image';
import { hasScoreFilter, scoreHistogram, type ImageFilter } from '../../shared/images/image-filter';
import { toggleGroup, type GroupNode } from '../../shared/images/image-groups';
import { Slider } from '../../shared/slider';
import styles from './filter-panel.module.css';
import { GroupTree } from './group-tree';
import { ScoreHistogram } from './score-histogram';

export interface FilterPanelProps {
  readonly filter: ImageFilter;
  readonly tree: readonly GroupNode[];
  /** Images under each node that pass the other filters. */
  readonly counts: ReadonlyMap<string, number>;
  readonly descriptions: readonly ImageDescription[];
  readonly scoresAs: ScoreFormat;
  readonly onChange: (part: Partial<ImageFilter>) => void;
}

const BINS = 25;

/** Search, species, score: each narrows what the grid shows. */
export function FilterPanel({ filter, tree, counts, descriptions, scoresAs, onChange }: FilterPanelProps) {
  const { gallery } = messages;
  const speciesId = useId();
  const scoreId = useId();
  const bins = useMemo(() => scoreHistogram(descriptions, BINS), [descriptions]);
  const { leastScore, mostScore } = filter;
  const label = (value: number) => formatScore(value, scoresAs);
  return (
    <div className={styles.panel}>
      <div className={classNames(control.control, styles.search)}>
        <Icon of={Search} />
        <input
          type="search"
          className={control.input}
          aria-label={gallery.search}
          placeholder={gallery.searchPlaceholder}
          value={filter.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </div>
      <section aria-labelledby={speciesId}>
        <div className={styles.head}>
          <h2 id={speciesId}>{gallery.species}</h2>
          <span className={styles.aside}>{formatNumber(countLeaves(tree))}</span>
        </div>
        <GroupTree
          tree={tree}
          counts={counts}
          chosen={filter.groups}
          onToggle={(key) => onChange({ groups: toggleGroup(tree, new Set(filter.groups), key) })}
        />
      </section>
      <section aria-labelledby={scoreId}>
        <div className={styles.head}>
          <h2 id={scoreId}>{gallery.score}</h2>
          <span className={styles.aside}>
            {hasScoreFilter(filter) ? gallery.scoreRange(label(leastScore), label(mostScore)) : gallery.any}
          </span>
        </div>
        <ScoreHistogram bins={bins} least={leastScore} most={mostScore} />
        <Slider<readonly [number, number]>
          labels={[gallery.least, gallery.most]}
          value={[leastScore, mostScore]}
          min={0}
          max={1}
          step={0.01}
          largeStep={0.1}
          onChange={([least, most]) => onChange({ leastScore: least, mostScore: most })}
          formatValue={label}
        />
        <p className={styles.hint}>{gallery.scoreHint}</p>
      </section>
    </div>
  );
}

function countLeaves(tree: readonly GroupNode[]): number {
  return tree.reduce((sum, node) => sum + (node.children.length === 0 ? 1 : countLeaves(node.children)), 0);
}
