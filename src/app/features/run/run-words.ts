import { messages } from '../../messages';
import { speedMessages as speed } from '../../messages/speed-messages';
import { stepsOf } from '../../../pipeline/infer-image';
import type { OpenSurvey } from '../../state/app-state';

/** What is being run: "Species for every animal · SpeciesNet 4.0.2a". */
export function runWords({ survey, attached, modelPackage, run }: RunWordsOf): string {
  const { mode, speciesPer } = survey.settings;
  const name = modelPackage?.name ?? null;
  return [
    whatWords(mode, attached, isPerBox(mode, modelPackage) ? messages.run.whatPer[speciesPer] : null),
    name,
    speedWords({ survey, modelPackage, run }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

type RunWordsOf = Pick<OpenSurvey, 'survey' | 'attached' | 'modelPackage' | 'run'>;
type Mode = OpenSurvey['survey']['settings']['mode'];

function isPerBox(mode: Mode, modelPackage: OpenSurvey['modelPackage']): boolean {
  return (mode === 'species' || mode === 'classify-detections') && modelPackage?.type === 'always_crop';
}

/** Null = the reference's detector, or none. */
function speedWords({ survey, modelPackage, run }: Omit<RunWordsOf, 'attached'>): string | null {
  if (isSecondLook(run)) return speed.run.secondLook;
  const { speedPreset, mode } = survey.settings;
  const fastDetector = modelPackage?.fastDetector;
  if (speedPreset !== 'fast' || fastDetector === undefined || !stepsOf(mode).detector) return null;
  return speed.run.fast(fastDetector.name);
}

/** A run by the reference's detector of what a fast one left in doubt. */
export function isSecondLook(run: OpenSurvey['run']): boolean {
  return run.step !== 'idle' && run.progress.isSecondLook === true;
}

function whatWords(mode: Mode, { detections, classifications }: OpenSurvey['attached'], per: string | null): string {
  const { what } = messages.run;
  const withPer = (text: string) => (per === null ? text : `${text}, ${per}`);
  switch (mode) {
    case 'species':
      return withPer(what.species);
    case 'classify-detections':
      return withPer(what[mode](detections?.fileName ?? null));
    case 'ensemble':
      return what[mode](detections?.fileName ?? null, classifications?.fileName ?? null);
    case 'detections':
    case 'classify-whole-images':
      return what[mode];
  }
}
