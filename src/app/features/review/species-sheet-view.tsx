import { BadgeCheck, CircleCheck, PenLine } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { messages } from '../../messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { similarMessages } from '../../messages/similar-messages';
import { Button, LinkButton } from '../../shared/button';
import { useCommands } from '../../shared/commands/use-commands';
import type { Command } from '../../shared/commands/command';
import { EmptyState } from '../../shared/empty-state';
import { lineName } from '../../shared/images/image-words';
import { DigitRow } from '../../shared/review/digit-row';
import { MoreLikeThis } from '../../shared/similar/more-like-this';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { routes } from '../../state/routes';
import { AlikeGroupStrip, alikeGroupOf } from './alike-group';
import { BoxGrid } from './box-grid';
import { isSaid } from './said';
import type { SpeciesBox, SpeciesGroups } from './species-boxes';
import styles from './species-screen.module.css';
import { sheetOf, splitSheet } from './species-sheet';
import { toggled } from './toggled';
import { UndoButton } from './undo-button';
import { useAccept } from './use-accept';
import { useLabelling } from './use-labelling';

const words = reviewModeMessages.species;
const NO_BOXES: readonly SpeciesBox[] = [];

export interface SpeciesSheetProps {
  readonly open: OpenSurvey;
  /** The label line that is gone through. */
  readonly line: string;
  /** All of it, reviewed or not. */
  readonly groups: SpeciesGroups;
  /** The species that comes when this one is done; null = all are. */
  readonly another: { readonly name: string; readonly show: () => void } | null;
  /** What has just been done, when another species came on the screen by itself. */
  readonly news: string | null;
}

/** As many boxes as fit the eye; acts bring the next ones. */
export function SpeciesSheet({ open, line, groups: { groups, basis }, another, news }: SpeciesSheetProps) {
  const actions = useActions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const boxes = useMemo(() => groups.flat(), [groups]);
  const sheet = sheetOf(boxes, (filepath) => !isSaid(open.imageOf(filepath)?.review));
  const { odd, rest } = splitSheet(sheet, chosen);
  const [focus, setFocused] = useState<SpeciesBox | null>(null);
  const focused = focus !== null && sheet.includes(focus) ? focus : null;
  const group = alikeGroupOf(groups, sheet[0], open.imageOf);
  const home = useRef<HTMLDivElement>(null);
  // Nobody has to say that the next species is to come.
  const goOnAfter = (said: readonly string[]) => {
    const done = new Set(said);
    const isFinished = boxes.every(({ filepath }) => done.has(filepath) || isSaid(open.imageOf(filepath)?.review));
    if (isFinished) another?.show();
  };
  const accept = useAccept(group, chosen, goOnAfter);
  const confirm = () => {
    void actions.review(rest, { kind: 'confirm' });
    goOnAfter(rest);
  };
  const relabel = (label: string) => {
    void actions.review(odd, { kind: 'label', label });
    setChosen(new Set());
    goOnAfter(odd);
  };
  const clear = () => setChosen(new Set());
  const command = (id: string, label: string, key: string, isEnabled: boolean, run: () => void): Command => ({
    id: `species-${id}`,
    label,
    group: words.title,
    keys: [key],
    isEnabled,
    run,
  });
  const confirmWords = odd.length === 0 ? words.confirmAll(rest.length) : words.confirmRest(rest.length);
  const hasOdd = odd.length > 0;
  const labelling = useLabelling({
    group: words.title,
    isEnabled: hasOdd,
    current: line,
    chooseWords: words.relabel(odd.length),
    markWords: (mark) => messages.review.acts.mark(messages.review.acts[mark]),
    onLabel: relabel,
    images: odd,
    home,
  });
  useCommands([
    command('confirm', confirmWords, 'C', rest.length > 0, confirm),
    ...labelling.commands,
    ...(accept === null ? [] : [accept]),
    command('clear', words.clear, 'Escape', hasOdd, clear),
  ]);
  return (
    <div ref={home} tabIndex={-1} className={styles.sheet}>
      {sheet.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={words.finished(lineName(line))}
          actions={
            <>
              {another !== null && (
                <Button variant="primary" onClick={another.show}>
                  {words.next(another.name)}
                </Button>
              )}
              <LinkButton to={routes.review(open.survey.id)}>{reviewModeMessages.walk.toReview}</LinkButton>
              <UndoButton />
            </>
          }
        />
      ) : (
        <>
          <div className={styles.scroll}>
            <p className={styles.hint}>
              {words.hint} {basis !== null && similarMessages.basis[basis]}
            </p>
            <p className={styles.hint} role="status">
              {news}
            </p>
            {group !== null && <AlikeGroupStrip group={group} accept={accept} />}
            <BoxGrid
              open={open}
              sheet={sheet}
              chosen={chosen}
              alike={group?.boxes ?? NO_BOXES}
              onFocus={setFocused}
              onToggle={(filepath) => setChosen(toggled(chosen, filepath))}
            />
          </div>
          <div className={styles.digits}>
            <DigitRow labels={labelling.digits} isDisabled={!hasOdd} onLabel={labelling.give} />
          </div>
          <div className={styles.acts} role="toolbar" aria-label={words.title}>
            <span className={styles.count} role="status">
              {hasOdd && words.chosen(odd.length)}
            </span>
            <UndoButton />
            <MoreLikeThis open={open} of={focused ?? sheet[0]!} />
            <Button icon={PenLine} shortcut="L" disabled={!hasOdd} onClick={labelling.choose.run}>
              {words.relabel(odd.length)}
            </Button>
            <Button variant="primary" icon={BadgeCheck} shortcut="C" disabled={rest.length === 0} onClick={confirm}>
              {confirmWords}
            </Button>
          </div>
        </>
      )}
      {labelling.dialog}
    </div>
  );
}
