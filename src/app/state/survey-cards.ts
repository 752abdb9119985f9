import type { Survey } from '../../domain/survey';
import { writeKeptNote } from '../../storage/kept-note';
import type { StatePart } from './app-setting';
import type { SurveyCard } from './app-state';

const CARD_PREVIEWS = 3;

/** Reads the list of surveys anew for the first screen, and notes how much there is. */
export function createCardReader({ storage, store }: Pick<StatePart, 'storage' | 'store'>): () => Promise<void> {
  return async () => {
    const surveys = await storage.surveys.listSurveys();
    const known = new Map(store.getState().surveys.map((card) => [card.survey.id, card]));
    const cards = await Promise.all(
      surveys.map(async (survey): Promise<SurveyCard> => {
        const card = known.get(survey.id);
        const previewOf = await firstFilepaths(storage, survey);
        return { survey, wasCutOff: (card?.wasCutOff ?? false) && survey.state === 'stopped', previewOf };
      }),
    );
    store.setState({ surveys: cards });
    const photos = surveys.reduce((sum, { counts }) => sum + counts.done, 0);
    writeKeptNote({ surveys: surveys.length, photos });
  };
}

/** The first few images with a preview; only as much as needed is read. */
async function firstFilepaths(storage: StatePart['storage'], survey: Survey): Promise<readonly string[]> {
  if (survey.counts.done === 0) return [];
  const filepaths: string[] = [];
  await storage.facts.readFacts(survey.id, (facts) => {
    filepaths.push(...facts.filter(({ size }) => size !== null).map(({ filepath }) => filepath));
    return filepaths.length < CARD_PREVIEWS;
  });
  return filepaths.slice(0, CARD_PREVIEWS);
}
