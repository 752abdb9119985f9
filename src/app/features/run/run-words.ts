import { messages } from '../../messages';
import { speedMessages as speed } from '../../messages/speed-messages';
import type { OpenSurvey } from '../../state/app-state';

/** What is being run: "Species for every animal · SpeciesNet 4.0.2a". */
export function runWords({ survey, attached, modelPackage }: RunWordsOf): string {
  const { mode, speciesPer } = survey.settings;
  const name = modelPackage?.name ?? null;
  const { fastDetector } = modelPackage ?? {};
  const preset =
    survey.settings.speedPreset === 'fast' && (mode === 'species' || mode === 'detections')
      ? speed.run.fast(fastDetector?.name ?? '')
      : null;
  return [
    whatWords(mode, attached, isPerBox(mode, modelPackage) ? messages.run.whatPer[speciesPer] : null),
    name,
    preset,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

type RunWordsOf = Pick<OpenSurvey, 'survey' | 'attached' | 'modelPackage'>;
type Mode = OpenSurvey['survey']['settings']['mode'];

function isPerBox(mode: Mode, modelPackage: OpenSurvey['modelPackage']): boolean {
  return (mode === 'species' || mode === 'classify-detections') && modelPackage?.type === 'always_crop';
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
