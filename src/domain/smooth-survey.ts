import type { ExportRow } from './formats/export-format';
import { readRowsByFile } from './formats/rows-by-file';
import type { MdImage } from './megadetector/md-results';
import { smoothImages, smoothSequences, type SmoothingChange } from './megadetector/smooth-results';
import type { SmoothingOptions } from './megadetector/smoothing-options';
import type { SmoothedClass, SmoothedClasses } from './smoothed-image';
import { createSmoothingForm, type SmoothingContext, type SmoothingForm } from './smoothing-form';
import type { Smoothing } from './survey';

/** How a survey is smoothed. */
export interface SmoothingPlan {
  /** That of the export: whether images or detections have species, and which images have any. */
  readonly context: SmoothingContext;
  readonly level: Exclude<Smoothing, 'off'>;
  /** The filepaths of each event; read for the level `events` only. */
  readonly events: Iterable<readonly string[]>;
  readonly options: SmoothingOptions;
}

/** What smoothing makes of a survey; its facts and conclusions stay as they are. */
export interface SurveySmoothing {
  /** By filepath; without images in which nothing changed. */
  readonly changesOf: ReadonlyMap<string, SmoothedClasses>;
  /** `pre_smoothing_description` by filepath; without images that the reference gives none. */
  readonly descriptionOf: ReadonlyMap<string, string>;
}

const NOTHING: SurveySmoothing = { changesOf: new Map(), descriptionOf: new Map() };

/**
 * Smooths the results of a survey as megadetector 10.0.24 smooths the file that would be exported of it without smoothing: image
 * by image, then event by event, in small steps. Rows may come in any order. Nothing changes when there are no species to
 * smooth. Throws ParseError for labels that are no labels: the reference can't smooth such a file either.
 */
export function* smoothSurvey(
  rows: Iterable<ExportRow>,
  { context, level, events, options }: SmoothingPlan,
): Generator<unknown, SurveySmoothing, void> {
  const sorted = yield* readRowsByFile(rows);
  const form = createSmoothingForm(context);
  const images: MdImage[] = [];
  const rowOf = new Map<string, ExportRow>();
  for (const row of sorted) {
    images.push(form.imageOf(row));
    rowOf.set(row.inference.filepath, row);
    yield;
  }
  const results = form.resultsOf(images);
  if (Object.keys(results.classification_categories!).length === 0) return NOTHING;
  const byImage = yield* smoothImages(results, options);
  const byEvent = level === 'events' ? yield* smoothSequences(byImage.results, events, options) : null;
  const changed = new Map<string, Map<number, ChangedClass>>();
  for (const change of byImage.changes) yield addChange(changed, change, 'image');
  for (const change of byEvent?.changes ?? []) yield addChange(changed, change, 'event');
  const changesOf = new Map<string, SmoothedClasses>();
  for (const [file, places] of changed) {
    if (places.size > 0) changesOf.set(file, smoothedClasses(rowOf.get(file)!, places, form));
    yield;
  }
  const descriptionOf = new Map<string, string>();
  for (const { file, pre_smoothing_description: description } of (byEvent ?? byImage).results.images) {
    if (typeof description === 'string') descriptionOf.set(file, description);
    yield;
  }
  return { changesOf, descriptionOf };
}

interface ChangedClass extends Omit<SmoothingChange, 'file' | 'detection'> {
  readonly within: SmoothedClass['within'];
}

/** An event may take back what the image did: then nothing has changed. */
function addChange(
  changed: Map<string, Map<number, ChangedClass>>,
  { file, detection, before, after, steps }: SmoothingChange,
  within: SmoothedClass['within'],
): void {
  const places = changed.get(file) ?? new Map<number, ChangedClass>();
  changed.set(file, places);
  const first = places.get(detection)?.before ?? before;
  if (first === after) places.delete(detection);
  else places.set(detection, { before: first, after, steps, within });
}

function smoothedClasses(
  row: ExportRow,
  places: ReadonlyMap<number, ChangedClass>,
  form: SmoothingForm,
): SmoothedClasses {
  const numbers = form.numbersOf(row);
  return new Map(
    [...places].map(([place, { before, after, steps, within }]) => {
      const number = numbers[place]!;
      const was = form.concludedLabel(row, number) ?? form.labelOf(before);
      return [number, { label: form.labelOf(after), was, within, step: steps.at(-1)! }];
    }),
  );
}
