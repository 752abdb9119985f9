/**
 * `npm run effort`: how many keys and clicks it takes until every one of 200 images has a correct human answer, where the machine
 * is wrong in every tenth; once for each way to review. The built app in Chromium, a made-up survey with a known truth
 * (scripts/effort/effort-survey.ts) and the demonstration's photos. It prints figures and judges nothing; it ends with an error
 * when an answer is missing or wrong at the end. `-- --seed 2` makes another survey, `-- --way gallery` goes one way alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLabels } from '../src/domain/label-list';
import { driveApp } from './drive-app';
import { createHands } from './effort/hands';
import { makeEffortSurvey } from './effort/effort-survey';
import { reviewInEvents } from './effort/event-way';
import { reviewInGallery } from './effort/gallery-way';
import { reviewInImageView } from './effort/image-way';
import { reviewBySpecies } from './effort/species-way';
import { storeEffortSurvey } from './effort/store-effort-survey';
import { checkAnswers, wrongByMachine } from './effort/truth';
import { openStored, waitUntilReady } from './screenshots/steps';

const WAYS = {
  'image view': reviewInImageView,
  gallery: reviewInGallery,
  'one species at a time': reviewBySpecies,
  'event by event': reviewInEvents,
} as const;

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, way: { type: 'string' } } });
const labelFile = join(import.meta.dirname, '..', 'public', 'demo', 'package', 'demo-labels.txt');
const survey = makeEffortSurvey(parseLabels(readFileSync(labelFile, 'utf8')), Number(values.seed));
const ways = Object.entries(WAYS).filter(([name]) => values.way === undefined || values.way === name);
if (ways.length === 0) throw new Error(`--way: expected one of ${Object.keys(WAYS).join(', ')}, got ${values.way}`);

for (const [name, review] of ways) {
  // Each way with a browser of its own: labels that were used before have a digit.
  const app = await driveApp({ profile: null, withWebGpu: false });
  const { page } = app;
  try {
    const id = await storeEffortSurvey(page, survey);
    await page.reload();
    await waitUntilReady(page);
    await openStored(page, id);
    const wrong = await wrongByMachine(page, survey);
    if (name === ways[0]![0]) printHead(wrong.length);
    const hands = createHands(page);
    await review({ page, hands, survey, surveyId: id });
    await checkAnswers(page, survey);
    const { keys, clicks, scrolls, pointerPx, acts } = hands.counted();
    const perImage = (acts / survey.facts.length).toFixed(2);
    printLine([name, keys, clicks, scrolls, acts, perImage, (pointerPx / 1000).toFixed(1)]);
  } finally {
    await app.close();
  }
}

function printHead(wrong: number): void {
  const { facts, events } = survey;
  console.log(
    `${facts.length} images in ${events.length} events, ${wrong} wrong by the machine, seed ${values.seed}\n`,
  );
  printLine(['way', 'keys', 'clicks', 'scrolls', 'acts', 'per image', 'pointer, 1000 px']);
}

function printLine([name, ...figures]: readonly (string | number)[]): void {
  console.log(String(name).padEnd(24) + figures.map((figure) => String(figure).padStart(11)).join(''));
}
