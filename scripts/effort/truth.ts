import type { Page } from 'playwright';
import { commonNameOf } from '../../src/domain/label';
import { BLANK, HUMAN, VEHICLE } from '../../src/domain/special-labels';
import type { EffortSurvey } from './effort-survey';
import type { Hands } from './hands';

/** What a way of reviewing is given. The page is only looked at, and only the hands act. */
export interface Reviewing {
  readonly page: Page;
  readonly hands: Hands;
  readonly survey: EffortSurvey;
  readonly surveyId: string;
}

const KINDS: Readonly<Record<string, string>> = { [BLANK]: 'Blank', [HUMAN]: 'Person', [VEHICLE]: 'Vehicle' };

/** What a label is called on the screen. */
export function nameOf(line: string): string {
  const name = commonNameOf(line);
  return KINDS[line] ?? name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The key of a label that has one of its own, as it stands on its button. */
export const keyOf = (line: string): string | null => ({ [BLANK]: 'B', [HUMAN]: 'P', [VEHICLE]: 'V' })[line] ?? null;

/** What the person sees in the photo. */
export function seenIn({ truth }: EffortSurvey, filepath: string): string {
  const line = truth.get(filepath);
  if (line === undefined) throw new Error(`No image of the survey is ${filepath}.`);
  return line;
}

/** Paths of the images whose label is not what they show. */
export async function wrongByMachine(page: Page, { truth }: EffortSurvey): Promise<readonly string[]> {
  const said = await page.evaluate(() =>
    window
      .understory!.store.getState()
      .open!.images.map(({ filepath, prediction }) => [filepath, prediction?.label ?? null] as const),
  );
  return said.flatMap(([filepath, label]) =>
    label !== null && commonNameOf(label) === commonNameOf(truth.get(filepath)!) ? [] : [filepath],
  );
}

/** Ends with an error unless a person has said of every image what it shows. */
export async function checkAnswers(page: Page, { truth }: EffortSurvey): Promise<void> {
  await page.waitForTimeout(500); // the last act is stored first
  const said = await page.evaluate(() =>
    window
      .understory!.store.getState()
      .open!.images.map(
        ({ filepath, review }) => [filepath, review?.observations?.map(({ label }) => label) ?? []] as const,
      ),
  );
  const wrong = said.filter(([filepath, labels]) => {
    const [main, ...others] = labels;
    return main === undefined || others.length > 0 || commonNameOf(main) !== commonNameOf(truth.get(filepath)!);
  });
  if (said.length !== truth.size || wrong.length > 0) {
    const examples = wrong.slice(0, 5).map(([filepath, labels]) => `${filepath}: ${labels.map(nameOf).join(', ')}`);
    throw new Error(`${wrong.length} of ${said.length} images have no correct answer: ${examples.join('; ')}`);
  }
}
