import type { BoxFact, ClassFact, ComparedRow } from '../../../domain/compared-row';
import { DETECTION_LABELS, type Bbox, type DetectionCategory } from '../../../domain/detection';
import { commonNameOf } from '../../../domain/label';
import { messages } from '../../messages';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import { numberFormat } from '../../shared/format/number-format';

/** A value of the table, with a second line where there is more to say. */
export interface CellWords {
  readonly value: string;
  readonly detail: string | null;
}

/** A row of the comparison in words; the table and the copied text say the same. */
export interface RowWords {
  readonly what: string;
  readonly published: CellWords;
  readonly here: CellWords;
  readonly difference: string;
}

const none = (): CellWords => ({ value: text.none, detail: null });
const NO_DIFFERENCE = '–';

export function wordsOfRow({ fact, verdict }: ComparedRow): RowWords {
  switch (fact.kind) {
    case 'box':
      return boxWords(fact, verdict === 'within');
    case 'no-boxes':
      return { what: text.boxes, published: none(), here: none(), difference: NO_DIFFERENCE };
    case 'class':
      return classWords(fact);
    case 'unreadable': {
      const here = { value: messages.images.problems[fact.problem.code].short, detail: fact.problem.detail || null };
      return {
        what: text.unreadable,
        published: { value: NO_DIFFERENCE, detail: null },
        here,
        difference: NO_DIFFERENCE,
      };
    }
  }
}

function boxWords({ number, published, here, confDifference, boxDifference }: BoxFact, isWithin: boolean): RowWords {
  const category = categoryName(published?.category ?? here!.category);
  const isOtherCategory = published !== null && here !== null && published.category !== here.category;
  const found: CellWords =
    here === null
      ? { value: isWithin ? text.tooFaint : text.none, detail: null }
      : {
          value: isOtherCategory ? `${conf(here)}, ${categoryName(here.category)}` : conf(here),
          detail: boxText(here.bbox),
        };
  return {
    what: number === null ? text.unpublishedBox(category) : text.box(number, category),
    published: published === null ? none() : { value: conf(published), detail: boxText(published.bbox) },
    here: found,
    difference:
      confDifference === null || boxDifference === null
        ? NO_DIFFERENCE
        : `${text.conf(decimal(confDifference))}, ${text.boxDifference(decimal(boxDifference))}`,
  };
}

function classWords({ published, here, scoreDifference, isOtherBox }: ClassFact): RowWords {
  const named = (label: string, score: number | null) =>
    score === null ? commonNameOf(label) : `${commonNameOf(label)} ${decimal(score)}`;
  const crop = (box: Bbox | null) => (box === null ? text.wholePhoto : text.cropOf(boxText(box)));
  return {
    what: text.firstLabel,
    published: { value: named(published.label, published.score), detail: crop(published.box) },
    here:
      here === null
        ? none()
        : {
            value: named(here.label, here.score),
            detail: isOtherBox ? `${crop(here.box)} (${text.otherCrop})` : crop(here.box),
          },
    difference: scoreDifference === null ? NO_DIFFERENCE : text.scoreDifference(decimal(scoreDifference)),
  };
}

const conf = (box: { readonly conf: number }) => text.conf(decimal(box.conf));

function categoryName(category: DetectionCategory): string {
  return messages.common.categories[DETECTION_LABELS[category]].toLowerCase();
}

function boxText(bbox: Bbox): string {
  return bbox.map(decimal).join(' ');
}

/** Four decimals: as many as are published. */
function decimal(value: number): string {
  return numberFormat({ maximumFractionDigits: 4 }).format(value);
}
