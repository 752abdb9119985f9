import { giveLabel } from './give-label';
import { nameOf, type Reviewing } from './truth';

/** One species after the other, side by side; blanks come last. */
export async function reviewBySpecies(reviewing: Reviewing): Promise<void> {
  const { page, hands } = reviewing;
  const tabs = page.getByRole('navigation', { name: 'This survey' });
  await hands.click(tabs.getByRole('link', { name: 'Review' }));
  await hands.click(page.getByRole('link', { name: /One species at a time/ }));
  const end = page.getByText(/^All images called .* are reviewed$/);
  const tile = page.getByRole('list', { name: 'Animals with this name' }).getByRole('button').first();
  for (;;) {
    await tile.or(end).first().waitFor();
    if ((await end.count()) > 0) return;
    await reviewSheet(reviewing);
    await page.waitForTimeout(150);
  }
}

async function reviewSheet({ page, hands, survey }: Reviewing): Promise<void> {
  const species = (await page.getByRole('combobox', { name: 'Species' }).inputValue()).replace(/ \(.*/, '');
  const grid = page.getByRole('list', { name: 'Animals with this name' });
  const tiles = await grid.getByRole('button').evaluateAll((buttons) => buttons.map((one) => one.ariaLabel ?? ''));
  const seen = tiles.map((words) => {
    const fileName = words.split(',')[0]!;
    const [, line] = [...survey.truth].find(([filepath]) => filepath.endsWith(`/${fileName}`))!;
    return { words, line };
  });
  const odd = seen.filter(({ line }) => nameOf(line) !== species);
  for (const line of new Set(odd.map((one) => one.line))) {
    const same = odd.filter((one) => one.line === line);
    for (const { words } of same) await hands.click(grid.getByRole('button', { name: words, exact: true }));
    await giveLabel(page, hands, line);
    await page.waitForTimeout(200);
  }
  if (odd.length < seen.length) await hands.press('c');
  await page.waitForFunction(
    (before) => {
      const first = document.querySelector('ul[aria-label="Animals with this name"] button');
      return first?.getAttribute('aria-label') !== before;
    },
    tiles.find((words) => !odd.some((one) => one.words === words)) ?? tiles[0]!,
  );
}
