import type { DifferenceKind } from '../../../domain/comparison/compare-images';
import type { Inequality } from '../../../domain/comparison/reference-equality';
import { formatNumber, numberFormat } from '../../shared/format/number-format';
import { decimal } from '../decimal';
import { plural } from '../plural';

const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'box', other: 'boxes' })}`;

export const compare = {
  title: 'Compare with another result',
  intro:
    'A second result of the same photos beside this survey: where both agree, where not, and by how much. Neither counts as the right one, and nothing is changed.',
  start: {
    title: 'Drop a result file here',
    dragging: 'Drop here to compare',
    text: 'Predictions of SpeciesNet or results of MegaDetector (JSON), from Python, from another computer or from another setting. It stays in this browser.',
    choose: 'Choose a file',
    other: 'Another file',
  },
  reading: (name: string, entries: number) => `Reading ${name}: ${images(entries)} so far`,
  comparing: (name: string) => `Comparing with ${name}`,
  again: 'The survey has changed. Comparing again.',
  progress: 'Images compared',
  file: (form: 'speciesnet' | 'megadetector', count: number) =>
    `${form === 'speciesnet' ? 'SpeciesNet' : 'MegaDetector'} result, ${images(count)}`,
  copy: 'Copy summary',
  remove: 'Remove',
  removeLong: 'Remove the comparison',
  noResults: 'No photo of this survey has results yet. They are compared when there are some.',
  paths: {
    exact: 'Found by their paths, which are the same in both.',
    prefix: (here: string, there: string) =>
      [
        'Found by their paths',
        ...(there === '' ? [] : [`without “${there}” in the file`]),
        ...(here === '' ? [] : [`without “${here}” here`]),
      ].join(', ') + '.',
    none: 'No image of the file is one of this survey with results: it may belong to another folder.',
    noneExample: (path: string) => `The file speaks of “${path}”.`,
  },
  equal: {
    title: 'Equal to the reference',
    /** The file is the reference only when the Python program wrote it. */
    text: (compared: number) =>
      `All ${images(compared)} that both have are equal within the strict tolerances: as equal as two runs of the same networks can be. If the file comes from the Python program, this survey is what it would have written.`,
    oneText:
      'The one image that both have is equal within the strict tolerances: as equal as two runs of the same networks can be.',
    not: 'Not equal',
    notText: (parts: readonly string[]) =>
      `Beyond the strict tolerances: ${new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)}.`,
    tolerances: (conf: number, bbox: number, score: number) =>
      `Strict: conf up to ${decimal(conf)} apart, each number of a box up to ${decimal(bbox)}, score up to ${decimal(score)}, the same labels and sources.`,
    by: {
      failure: (count: number) => `a failure in one of both on ${images(count)}`,
      label: (count: number) => `another label on ${images(count)}`,
      source: (count: number) => `another source of the label on ${images(count)}`,
      score: (count: number) => `the score on ${images(count)}`,
      boxes: (count: number) => `a box more or less on ${images(count)}`,
      'box-labels': (count: number) => `another name of a box on ${images(count)}`,
      conf: (count: number) => `the conf of boxes on ${images(count)}`,
      bbox: (count: number) => `the place of boxes on ${images(count)}`,
    } satisfies Record<Inequality, (count: number) => string>,
    share: (close: number, all: number) => `only ${formatNumber(close)} of ${boxes(all)} in their place`,
  },
  numbers: {
    title: 'Images',
    compared: 'In both',
    equal: 'Without a difference',
    onlyHere: 'Only here',
    onlyThere: 'Only in the file',
    labels: 'Same label',
    noLabels: 'not compared: one of both names nothing',
    percent: (value: number) => numberFormat({ maximumFractionDigits: 1 }).format(value) + ' %',
    none: 'none',
  },
  onlyThereList: 'Paths that are only in the file',
  differences: {
    title: 'What differs',
    kind: 'Difference',
    count: 'Images',
    show: 'Show in gallery',
    showOf: (kind: string) => `Show in gallery: ${kind}`,
    kinds: {
      label: 'Another label',
      score: 'Same label, another score',
      boxes: 'Other boxes',
      'box-labels': 'Other names of boxes',
      failure: 'Failed in one of both',
      'only-in-a': 'Only here',
      'only-in-b': 'Only in the file',
    } satisfies Record<DifferenceKind, string>,
    rules: (score: number, conf: number, bbox: number) =>
      `A difference is: another label, a score more than ${decimal(score)} apart, a box of conf 0.1 or more without a partner, or one whose conf is more than ${decimal(conf)} or whose place more than ${decimal(bbox)} apart.`,
    scoreAbove: 'Score apart by more than',
  },
  spreads: {
    title: 'How far numbers are apart',
    of: 'Number',
    count: 'Pairs',
    median: 'Median',
    p95: '95 %',
    max: 'Largest',
    score: 'Score of the same label',
    conf: 'Conf of boxes',
    bbox: 'Place of boxes',
    text: 'Boxes of conf 0.1 or more that overlap by half or more. Place: the largest difference of the four numbers, as a part of the image.',
    number: (value: number) => numberFormat({ minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(value),
  },
  boxes: {
    title: 'Boxes',
    category: 'Category',
    matched: 'In both',
    onlyHere: 'Only here',
    onlyThere: 'Only in the file',
    none: 'No boxes to compare: one of both has none.',
  },
  transitions: {
    title: 'Labels that changed',
    from: 'Here',
    to: 'In the file',
    count: 'Images',
    none: 'Every label is the same.',
    more: (count: number) => `Show ${formatNumber(count)} more`,
  },
  list: {
    title: 'Images that differ',
    order: 'The largest difference first',
    none: 'No image differs.',
    label: (from: string, to: string) => `${from} here, ${to} there`,
    score: (difference: string) => `score ${difference} apart`,
    failedHere: 'failed here',
    failedThere: 'failed there',
    onlyHere: (count: number) => `${boxes(count)} only here`,
    onlyThere: (count: number) => `${boxes(count)} only there`,
    conf: (difference: string) => `conf ${difference} apart`,
    bbox: (difference: string) => `box moved by ${difference}`,
    boxNames: 'other names of boxes',
    notThere: 'not in the file',
    notHere: 'not here',
  },
  answers: {
    title: 'Compared',
    with: (name: string) => `with ${name}`,
    equal: 'Both say the same.',
    notThere: 'This image is not in the other result.',
    what: 'What',
    here: 'Here',
    there: 'There',
    label: 'Label',
    score: 'Score',
    source: 'Source',
    state: 'State',
    failed: 'Failed',
    read: 'Read',
    box: (number: number) => `Box ${formatNumber(number)}`,
    none: '–',
    more: (count: number) => `${boxes(count)} fainter than conf 0.1 left out`,
    theirBoxes: 'Show the boxes of the other result',
    open: 'Open the comparison',
  },
  state: {
    kept: (name: string) => `With ${name}`,
    equal: (name: string) => `Equal to ${name}`,
    differing: (count: number, name: string) =>
      `${images(count)} ${plural(count, { one: 'differs', other: 'differ' })} from ${name}`,
  },
  text: {
    head: (survey: string, file: string) => `Comparison of ${survey} with ${file}`,
  },
} as const;
