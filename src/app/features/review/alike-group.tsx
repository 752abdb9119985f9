import { Layers } from 'lucide-react';
import { suggestLabel } from '../../../domain/review-modes/suggest-label';
import { similarMessages as words } from '../../messages/similar-messages';
import { Button } from '../../shared/button';
import type { Command } from '../../shared/commands/command';
import { Icon } from '../../shared/icon';
import { lineName } from '../../shared/images/image-words';
import type { OpenSurvey } from '../../state/app-state';
import styles from './alike-group.module.css';
import { isSaid } from './said';
import type { SpeciesBox } from './species-boxes';

/** A group of alike crops of which some images are not reviewed, and what the reviewed ones say of them. */
export interface AlikeGroup {
  readonly boxes: readonly SpeciesBox[];
  /** Paths of its images that nobody has named, each once. */
  readonly left: readonly string[];
  /** The name that most of its reviewed crops have; null = none is reviewed. */
  readonly suggested: { readonly label: string; readonly count: number; readonly reviewed: number } | null;
}

/** The group that the first crop of the sheet belongs to; null when it is alone. */
export function alikeGroupOf(
  groups: readonly (readonly SpeciesBox[])[],
  first: SpeciesBox | undefined,
  imageOf: OpenSurvey['imageOf'],
): AlikeGroup | null {
  const boxes = first === undefined ? undefined : groups.find((group) => group.includes(first));
  if (boxes === undefined || boxes.length < 2) return null;
  const reviewOf = ({ filepath }: SpeciesBox) => imageOf(filepath)?.review ?? null;
  const left = boxes.filter((box) => !isSaid(reviewOf(box))).map(({ filepath }) => filepath);
  const suggested = suggestLabel(
    boxes.map((_, number) => number),
    (number) => reviewOf(boxes[number]!)?.observations?.[0]?.label ?? null,
  );
  return { boxes, left: [...new Set(left)], suggested };
}

/** Above the sheet: how many crops are alike, what the named ones are called, and that name for the others. */
export function AlikeGroupStrip({ group, accept }: { readonly group: AlikeGroup; readonly accept: Command | null }) {
  const { boxes, left, suggested } = group;
  const unnamed = boxes.filter(({ filepath }) => left.includes(filepath)).length;
  return (
    <section className={styles.strip} aria-label={words.group}>
      <p className={styles.text} role="status">
        <Icon of={Layers} />
        <span>
          <strong>{words.inGroup(unnamed, boxes.length)}</strong>{' '}
          {suggested === null
            ? words.noSupport
            : words.support(suggested.count, suggested.reviewed, lineName(suggested.label))}
        </span>
      </p>
      {accept !== null && (
        <Button size="small" variant="primary" shortcut="G" disabled={!accept.isEnabled} onClick={accept.run}>
          {accept.label}
        </Button>
      )}
    </section>
  );
}
