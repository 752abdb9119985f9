import type { Detection } from '../../src/domain/detection';
import type { Inference } from '../../src/domain/inference';
import type { Prediction } from '../../src/domain/prediction';
import type { ListQuestion } from '../../src/app/shared/gallery/gallery-list';
import { indexImages, type ImageIndex } from '../../src/app/shared/gallery/image-index';
import { NO_FILTER } from '../../src/app/shared/images/image-filter';
import { currentNaming } from '../../src/app/shared/images/read-label';
import type { SurveyImage } from '../../src/app/state/app-state';
import type { FoundEvents } from '../../src/app/state/event-state';
import { findSurveyEvents } from '../../src/app/state/find-survey-events';
import { runToEnd } from '../run-to-end';

export const LINES = {
  bear: 'a;mammalia;carnivora;ursidae;ursus;americanus;american black bear',
  bears: 'b;mammalia;carnivora;ursidae;;;bear family',
  puma: 'c;mammalia;carnivora;felidae;puma;concolor;puma',
  bird: 'd;aves;;;;;bird',
  blank: 'e;;;;;;blank',
  human: 'f;mammalia;primates;hominidae;homo;sapiens;human',
} as const;

export const animalBox = (conf: number): Detection => ({
  category: '1',
  label: 'animal',
  conf,
  bbox: [0.1, 0.1, 0.2, 0.2],
});

/** An image of a survey with the fact and the conclusion that it says; without a name it could not be read. */
export function surveyImage(
  filepath: string,
  name: keyof typeof LINES | null,
  {
    score = 0.9,
    at = null,
    detections = [],
    classes = [],
    source = 'classifier',
    ...further
  }: {
    readonly score?: number;
    readonly at?: string | null;
    readonly detections?: readonly Detection[];
    /** Scores of the classifier about the best box, or the whole image where there is none. */
    readonly classes?: readonly number[];
    readonly source?: Prediction['source'];
  } & Partial<SurveyImage> = {},
): SurveyImage {
  const inference: Inference = {
    filepath,
    size: { width: 400, height: 300 },
    capturedAt: at,
    detections: name === null ? null : detections,
    crops: classes.length === 0 ? {} : { [detections.length === 0 ? 'image' : '0']: said(classes) },
    failures: name === null ? ['DETECTOR'] : [],
    problem: name === null ? { code: 'undecodable', detail: '' } : null,
  };
  const prediction = name === null ? null : { label: LINES[name], score, source, rule: '4a' as const };
  const nothing = { animals: [], place: null, rejected: null, heldBack: [], smoothed: null, review: null };
  return { filepath, size: 1, inference, prediction, ...nothing, ...further };
}

const said = (scores: readonly number[]) => ({ classes: scores.map((_, index) => index), scores });

export function eventsOf(images: readonly SurveyImage[]): FoundEvents {
  return runToEnd(findSurveyEvents(images, { gapSeconds: 60, camera: 'folder' }));
}

const NO_LABELS: readonly string[] = [];

export function indexOf(
  images: readonly SurveyImage[],
  found: FoundEvents | null = null,
  labels: readonly string[] = NO_LABELS,
): ImageIndex {
  return runToEnd(indexImages({ images, labels, found }));
}

/** The first question of a gallery, with what is other. */
export function questionOf(images: readonly SurveyImage[], part: Partial<ListQuestion> = {}): ListQuestion {
  return {
    images,
    labels: NO_LABELS,
    found: null,
    filter: NO_FILTER,
    naming: currentNaming(),
    sort: 'name',
    grouping: 'none',
    tile: 'images',
    eventFiles: null,
    differing: null,
    isPart: false,
    ...part,
  };
}
