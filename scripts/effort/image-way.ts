import { giveLabel } from './give-label';
import { nameOf, seenIn, type Reviewing } from './truth';

/** Image by image in the image view; what is right in the whole event is confirmed with it. */
export async function reviewInImageView(reviewing: Reviewing): Promise<void> {
  const { page, hands, survey } = reviewing;
  await hands.click(page.getByRole('gridcell').first());
  let left = survey.facts.length;
  while (left > 0) {
    await page.getByRole('region', { name: 'Review' }).waitFor();
    const filepath = shownPath(page);
    const truth = seenIn(survey, filepath);
    const said = await page.getByRole('complementary').getByRole('heading', { level: 2 }).innerText();
    const frames = await framesLeft(reviewing, filepath);
    if (said !== nameOf(truth)) {
      await giveLabel(page, hands, truth);
      left -= 1;
    } else if (frames.length > 1 && frames.every(({ words, line }) => words.includes(nameOf(line)))) {
      await hands.press('Shift+C');
      left -= frames.length;
    } else {
      await hands.press('c');
      left -= 1;
    }
    if (left > 0) await nextAfter(page, filepath);
  }
}

const shownPath = (page: Reviewing['page']) =>
  decodeURIComponent(new URL(page.url()).hash.split('/image/')[1]!.split('?')[0]!);

/** The frames of the event in the film strip that nobody has reviewed, with what they are called there and what they show. */
async function framesLeft({ page, survey }: Reviewing, filepath: string) {
  const event = survey.events.find((one) => one.includes(filepath))!;
  const strip = page.getByRole('region', { name: 'Film strip' }).getByRole('listitem').getByRole('button');
  const words = await strip.evaluateAll((frames) => frames.map((one) => one.getAttribute('aria-label') ?? ''));
  if (words.length !== event.length) throw new Error(`The strip shows ${words.length} frames of ${event.length}.`);
  return event.flatMap((path, index) => {
    const text = words[index]!;
    return text.includes('by a person') ? [] : [{ words: text, line: seenIn(survey, path) }];
  });
}

async function nextAfter(page: Reviewing['page'], filepath: string): Promise<void> {
  await page.waitForFunction((before) => !location.hash.endsWith(`/image/${encodeURIComponent(before)}`), filepath);
  await page.waitForTimeout(100);
}
