import { LoaderCircle, PawPrint } from 'lucide-react';
import { useMemo, useState } from 'react';
import { messages } from '../../messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Combobox } from '../../shared/combobox';
import { useCommands } from '../../shared/commands/use-commands';
import { EmptyState } from '../../shared/empty-state';
import { lineName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { useReviewUndo } from '../../shared/review/use-review-undo';
import type { OpenSurvey } from '../../state/app-state';
import { changeReviewView, useReviewView } from '../../state/review-view';
import { useInPieces } from '../../state/use-in-pieces';
import { isSaid } from './said';
import { countSpeciesLeft, findSpeciesBoxes, groupSpeciesBoxes, type SpeciesBox } from './species-boxes';
import { SpeciesSheet } from './species-sheet-view';
import styles from './species-screen.module.css';
import { useBoxVectors } from './use-box-vectors';
import { useFactImages } from './use-fact-images';
import { useUndoneSpecies } from './use-undone-species';
import { WalkFrame } from './walk-frame';

const words = reviewModeMessages.species;
const flowWords = reviewFlowMessages.species;

/** All animals with one name side by side: the odd ones are chosen, the rest is confirmed. */
export function SpeciesScreen({ open }: { readonly open: OpenSurvey }) {
  const surveyId = open.survey.id;
  const { images, labels, loading } = open;
  const view = useReviewView(surveyId);
  const left = useMemo(() => countSpeciesLeft(images, labels), [images, labels]);
  const ranked = useMemo(() => rank(left), [left]);
  const [before, setBefore] = useState<string | null>(null);
  useUndoneSpecies(open);
  // Also while the animals of the next species are looked for.
  useCommands(useReviewUndo());
  const chosen = view.species !== null && left.has(view.species) ? view.species : (ranked[0]?.[0] ?? null);
  const facts = useFactImages(open);
  const found = useInPieces(
    useMemo(
      () => (loading === null && chosen !== null ? () => findSpeciesBoxes(facts, labels, chosen) : null),
      [facts, labels, loading, chosen],
    ),
  );
  const boxesFound = found.isCurrent ? found.result : null;
  const vectors = useBoxVectors(boxesFound);
  const grouped = useInPieces(
    useMemo(
      () => (boxesFound !== null && vectors !== null ? () => groupSpeciesBoxes(boxesFound, vectors) : null),
      [boxesFound, vectors],
    ),
  );
  const groups = grouped.isCurrent ? grouped.result : null;
  const boxes = boxesFound?.boxes ?? null;
  const choose = (species: string | null) => {
    if (species === null) return;
    setBefore(null);
    changeReviewView(surveyId, { species });
  };
  const goOn = (species: string) => {
    changeReviewView(surveyId, { species });
    setBefore(chosen);
  };
  const another = ranked.find(([line, count]) => line !== chosen && count > 0)?.[0] ?? null;
  return (
    <WalkFrame
      open={open}
      title={words.title}
      progress={chosen === null || boxes === null ? null : progressOf(open, boxes)}
      tools={
        ranked.length > 0 && (
          <div className={styles.choice}>
            <Combobox
              label={words.choose}
              value={chosen}
              options={ranked.map(([line, count]) => ({ value: line, label: words.option(lineName(line), count) }))}
              emptyText={messages.commands.none}
              onChange={choose}
            />
          </div>
        )
      }
    >
      {chosen === null ? (
        <EmptyState icon={loading === null ? PawPrint : LoaderCircle} title={words.none} />
      ) : groups === null ? (
        <EmptyState icon={LoaderCircle} title={reviewModeMessages.walk.loading} />
      ) : (
        <SpeciesSheet
          key={chosen}
          open={open}
          line={chosen}
          groups={groups}
          another={another === null ? null : { name: lineName(another), show: () => goOn(another) }}
          news={
            before === null || before === chosen
              ? null
              : flowWords.now(lineName(before), lineName(chosen), left.get(chosen) ?? 0)
          }
        />
      )}
    </WalkFrame>
  );
}

/** The species with the most left first; blanks, which have no boxes, last. */
function rank(left: ReadonlyMap<string, number>): readonly (readonly [line: string, left: number])[] {
  return [...left].sort(
    ([line, one], [otherLine, other]) =>
      Number(readLabel(line).kind === 'blank') - Number(readLabel(otherLine).kind === 'blank') || other - one,
  );
}

function progressOf({ imageOf }: OpenSurvey, boxes: readonly SpeciesBox[]) {
  const total = boxes.length;
  const left = boxes.filter(({ filepath }) => !isSaid(imageOf(filepath)?.review)).length;
  return { done: total - left, total, text: words.progress(left, total) };
}
