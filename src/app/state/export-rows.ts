import type { AnimalConclusion } from '../../domain/conclude-animal';
import { boxCandidatesOf, namesAnimals } from '../../domain/facts';
import type { ExportContext, ExportRow } from '../../domain/formats/export-format';
import { finishPieces } from '../../domain/finish-pieces';
import type { ImagePlace } from '../../domain/image-place';
import type { Inference } from '../../domain/inference';
import { summariseSpeed } from '../../domain/fast-detector/speed-summary';
import { recogniseModel } from '../../domain/known-models';
import { fileOf, type PackageFile } from '../../domain/model-package';
import type { RecordPlace } from '../../domain/speciesnet-record';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { SpeciesPer } from '../../domain/survey';
import { stepsOf } from '../../pipeline/infer-image';
import type { OpenSurvey, SurveyImage } from './app-state';
import type { SmoothingOutcome } from './event-state';
import { factOf } from './survey-row';
import { eventOptionsOf, findSurveyEvents } from './find-survey-events';

/** The survey's images as its exports have them, with what smoothing made of them, and with their events. */
export function* exportRowsOfSurvey({ images, rules, labels, ...open }: OpenSurvey): Generator<ExportRow> {
  const speciesPer = rules !== null && namesAnimals(rules) ? 'animal' : 'image';
  const { events: settings } = open.survey.settings;
  // Events are found a moment after the facts are there.
  const { eventIdOf, indexOf, events } = open.events.found ?? finishPieces(findSurveyEvents(images, settings));
  const deploymentOf = eventOptionsOf(settings).deploymentOf;
  for (const row of exportRowsOf(images, labels, speciesPer, open.smoothing.outcome)) {
    const { filepath } = row.inference;
    const id = eventIdOf.get(filepath) ?? null;
    const deployment = id === null ? null : events[indexOf.get(id)!]?.deployment;
    yield { ...row, event: { id, deployment: deployment ?? deploymentOf(filepath) } };
  }
}

/**
 * Images that have facts, as exports and smoothing read them; those still to do are left out, so that the reference program
 * would go on with them. `smoothing` = what it made of the survey; null = the rows say nothing of it.
 */
export function* exportRowsOf(
  images: readonly SurveyImage[],
  labels: readonly string[],
  speciesPer: SpeciesPer,
  smoothing: SmoothingOutcome | null,
): Generator<ExportRow> {
  for (const image of images) {
    const inference = factOf(image)?.read();
    if (inference === undefined) continue;
    const { prediction, animals, rejected, place, smoothed, review } = image;
    yield {
      inference,
      prediction,
      animals: speciesPer === 'animal' ? withRawClasses(inference, animals, labels) : null,
      rejected,
      ...(review !== null && { review }),
      ...(smoothing !== null && {
        smoothed: {
          changes: smoothed ?? NO_CHANGES,
          description: smoothing.descriptionOf.get(inference.filepath) ?? null,
        },
      }),
      ...(place !== null && { place: recordPlaceOf(place) }),
    };
  }
}

const NO_CHANGES: SmoothedClasses = new Map();

/** The rows keep conclusions only; the classes they follow from are in the facts. */
function withRawClasses(
  inference: Inference,
  animals: SurveyImage['animals'],
  labels: readonly string[],
): readonly (AnimalConclusion | null)[] {
  return animals.map((animal, index) => {
    const raw = boxCandidatesOf(inference, index, labels);
    return animal === null || raw === null ? null : { ...animal, raw };
  });
}

/** Under the names that result files have for them. */
function recordPlaceOf({ country, admin1Region, latitude, longitude }: ImagePlace): RecordPlace {
  return { country, admin1_region: admin1Region, latitude, longitude };
}

/** What an export of the survey says besides its rows. */
export function exportContextOf({ survey, images, modelPackage, modelVersion, rules }: OpenSurvey): ExportContext {
  const { mode, place, speciesPer } = survey.settings;
  const steps = stepsOf(mode);
  const nameOf = (role: 'detector' | 'classifier') =>
    modelPackage === null ? null : nameOfFile(fileOf(modelPackage, `${role}-weights`) ?? fileOf(modelPackage, role));
  return {
    labels: rules?.labels ?? [],
    packageType: rules?.packageType ?? 'always_crop',
    mode,
    place,
    modelVersion,
    speciesPer,
    detectorName: steps.detector ? nameOf('detector') : null,
    classifierName: steps.classifier ? nameOf('classifier') : null,
    speed: summariseSpeed(speedsOf(images)),
  };
}

function* speedsOf(images: readonly SurveyImage[]) {
  for (const image of images) {
    const fact = factOf(image);
    yield fact === null ? null : fact.speed === null ? {} : { speed: fact.speed };
  }
}

/** A known file has the name under which it was published, whatever it is called here: result files go by it. */
function nameOfFile(file: PackageFile | null): string | null {
  if (file === null) return null;
  return (file.md5 === null ? null : recogniseModel(file.md5)?.fileName) ?? file.name;
}
