import { BLANK } from '../../src/domain/special-labels';
import { giveLabel } from './give-label';
import { nameOf, seenIn, type Reviewing } from './truth';

interface Frame {
  readonly filepath: string;
  /** What it is called now. */
  readonly said: string;
  readonly isReviewed: boolean;
  readonly truth: string;
}

/** One event after the other; frames that are something else than the event are chosen and get their label first. */
export async function reviewInEvents(reviewing: Reviewing): Promise<void> {
  const { page, hands } = reviewing;
  await hands.click(page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Review' }));
  await hands.click(page.getByRole('link', { name: /Event by event/ }));
  const strip = page.getByRole('list', { name: 'Frames of the event' });
  const end = page.getByText('All events are reviewed');
  for (;;) {
    await strip.or(end).first().waitFor();
    if ((await end.count()) > 0) return;
    const before = await placeOf(page);
    if (await answerEvent(reviewing)) {
      await page.waitForFunction((text) => !document.body.innerText.includes(text), before);
      await page.waitForTimeout(50);
    }
  }
}

const placeOf = (page: Reviewing['page']) => page.getByText(/^Event \d+ of \d+$/).innerText();

/** True when the event is done; else some of its frames were. */
async function answerEvent(reviewing: Reviewing): Promise<boolean> {
  const { page, hands } = reviewing;
  const panel = page.getByRole('complementary', { name: 'This event shows' });
  const suggested = await panel.getByRole('heading', { level: 2 }).innerText();
  const frames = await framesShown(reviewing);
  const wrong = frames.filter((frame) => afterConfirm(frame, suggested) !== nameOf(frame.truth));
  if (wrong.length === 0) {
    await hands.press('c');
    return true;
  }
  const [first] = wrong;
  const isRightForAll = frames.every((frame) => afterLabel(frame, first!.truth) === nameOf(frame.truth));
  if (isRightForAll) {
    await giveLabel(page, hands, first!.truth);
    return true;
  }
  const strip = page.getByRole('list', { name: 'Frames of the event' });
  const same = wrong.filter(({ truth }) => truth === first!.truth);
  for (const frame of same) await hands.click(strip.getByRole('checkbox').nth(frames.indexOf(frame)));
  await giveLabel(page, hands, first!.truth);
  await page.waitForTimeout(300);
  return false;
}

/** What confirming the event makes of a frame, as the screen says beforehand. */
function afterConfirm({ said, isReviewed }: Frame, suggested: string): string {
  const isOtherKind = isKind(said) !== isKind(suggested) || (isKind(said) && said !== suggested);
  return isReviewed || isOtherKind ? said : suggested;
}

/** What another label for the whole event makes of it. */
function afterLabel({ said }: Frame, line: string): string {
  return line === BLANK || said !== nameOf(BLANK) ? nameOf(line) : said;
}

const isKind = (name: string) => name === 'Blank' || name === 'Person' || name === 'Vehicle';

async function framesShown({ page, survey }: Reviewing): Promise<readonly Frame[]> {
  const fileName = await page.locator('bdi[title]').last().getAttribute('title');
  const event = survey.events.find((one) => one.some((filepath) => filepath.endsWith(`/${fileName}`)))!;
  const words = await page
    .getByRole('list', { name: 'Frames of the event' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((one) => one.ariaLabel ?? ''));
  if (words.length !== event.length) throw new Error(`The screen shows ${words.length} frames of ${event.length}.`);
  return event.map((filepath, index) => {
    const [, said = '', reviewed] = /^Frame \d+: ([^,]+)(, reviewed)?/.exec(words[index]!) ?? [];
    return { filepath, said, isReviewed: reviewed !== undefined, truth: seenIn(survey, filepath) };
  });
}
