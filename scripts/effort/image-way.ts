import { giveLabel } from './give-label';
import { nameOf, seenIn, type Reviewing } from './truth';

/** One image after the other in the image view. */
export async function reviewInImageView({ page, hands, survey }: Reviewing): Promise<void> {
  await hands.click(page.getByRole('gridcell').first());
  for (let image = 0; image < survey.facts.length; image++) {
    const filepath = shownPath(page);
    const truth = seenIn(survey, filepath);
    const said = await page.getByRole('complementary').getByRole('heading', { level: 2 }).innerText();
    if (said === nameOf(truth)) await hands.press('c');
    else await giveLabel(page, hands, truth);
    if (image < survey.facts.length - 1) await nextAfter(page, filepath);
  }
}

const shownPath = (page: Reviewing['page']) =>
  decodeURIComponent(new URL(page.url()).hash.split('/image/')[1]!.split('?')[0]!);

async function nextAfter(page: Reviewing['page'], filepath: string): Promise<void> {
  await page.waitForFunction((before) => !location.hash.endsWith(`/image/${encodeURIComponent(before)}`), filepath);
  await page.waitForTimeout(30);
}
