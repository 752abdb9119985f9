import { compareBoxes, type MatchedBoxes } from '../../../domain/comparison/compare-boxes';
import { DEFAULT_COMPARISON_RULES } from '../../../domain/comparison/compare-images';
import type { ComparedDetection, ComparedImage } from '../../../domain/comparison/compared-image';
import { isSameLabel } from '../../../domain/comparison/same-label';
import { messages } from '../../messages';
import { compareMessages } from '../../messages/compare-messages';
import { comparedLabelName } from '../../shared/images/compared-label';

/** What one side says in a row; null = nothing. */
export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'score' | 'conf'; readonly value: number; readonly detail: string | null }
  | null;

/** One line of two answers. */
export interface AnswerRow {
  readonly name: string;
  readonly here: Answer;
  readonly there: Answer;
  /** Beyond the tolerances. */
  readonly differs: boolean;
}

/** 0.95 and 0.94 are 0.01 apart, whatever binary fractions make of it. */
const EPSILON = 1e-9;
const { scoreTolerance, confTolerance, bboxTolerance } = DEFAULT_COMPARISON_RULES;

/** Label, score, source and boxes of both, line by line; a box stands beside its partner. */
export function answerRows(mine: ComparedImage, theirs: ComparedImage, hasLabels: boolean): readonly AnswerRow[] {
  const { answers } = compareMessages;
  if (mine.failed !== theirs.failed) {
    return [{ name: answers.state, here: stateOf(mine), there: stateOf(theirs), differs: true }];
  }
  return [...(hasLabels ? labelRows(mine, theirs) : []), ...boxRows(mine.detections, theirs.detections)];
}

function labelRows(mine: ComparedImage, theirs: ComparedImage): readonly AnswerRow[] {
  const { answers } = compareMessages;
  const isSame = isSameLabel(mine.label, theirs.label);
  const isScoreFar =
    isSame &&
    mine.score !== null &&
    theirs.score !== null &&
    Math.abs(mine.score - theirs.score) > scoreTolerance + EPSILON;
  const label = ({ label: line }: ComparedImage): Answer => textOf(comparedLabelName(line));
  const rows: AnswerRow[] = [
    { name: answers.label, here: label(mine), there: label(theirs), differs: !isSame },
    { name: answers.score, here: scoreOf(mine), there: scoreOf(theirs), differs: isScoreFar },
  ];
  if (mine.source === null || theirs.source === null) return rows;
  const differs = mine.source !== theirs.source;
  return [...rows, { name: answers.source, here: textOf(mine.source), there: textOf(theirs.source), differs }];
}

function boxRows(mine: ComparedImage['detections'], theirs: ComparedImage['detections']): readonly AnswerRow[] {
  if (mine === null || theirs === null) return [];
  const { matched, onlyInA, onlyInB } = compareBoxes(mine, theirs, DEFAULT_COMPARISON_RULES);
  const certain = matched.filter(({ isFaint }) => !isFaint);
  const pairs: readonly (readonly [ComparedDetection | null, ComparedDetection | null, boolean])[] = [
    ...certain.map((pair) => [mine[pair.a]!, theirs[pair.b]!, isBeyond(pair)] as const),
    ...onlyInA.map((index) => [mine[index]!, null, true] as const),
    ...onlyInB.map((index) => [null, theirs[index]!, true] as const),
  ];
  const name = (index: number) => compareMessages.answers.box(index + 1);
  return pairs.map(([here, there, differs], index) => ({
    name: name(index),
    here: boxOf(here),
    there: boxOf(there),
    differs,
  }));
}

function isBeyond({ confDifference, bboxDifference, isSameLabel: isSame }: MatchedBoxes): boolean {
  return confDifference > confTolerance + EPSILON || bboxDifference > bboxTolerance + EPSILON || isSame === false;
}

function stateOf({ failed }: ComparedImage): Answer {
  const { answers } = compareMessages;
  return textOf(failed ? answers.failed : answers.read);
}

function scoreOf({ score }: ComparedImage): Answer {
  return score === null ? null : { kind: 'score', value: score, detail: null };
}

function boxOf(box: ComparedDetection | null): Answer {
  if (box === null) return null;
  const { category, conf, label } = box;
  const categories: Readonly<Record<string, string>> = messages.common.categories;
  const word = Object.hasOwn(categories, category) ? categories[category]! : category;
  const detail = label === undefined || label === null ? word : `${word}, ${comparedLabelName(label)}`;
  return { kind: 'conf', value: conf, detail };
}

function textOf(text: string): Answer {
  return { kind: 'text', text };
}
