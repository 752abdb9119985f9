import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const VIEWPORTS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;
const THEMES = ['light', 'dark'] as const;

async function violationsOf(page: Page): Promise<string[]> {
  // Without the extra page that axe opens otherwise: there are no frames here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** Looks at the screen in both themes and both sizes; what breaks a rule is added to `found`. */
export async function look(page: Page, screen: string, found: string[]): Promise<void> {
  for (const viewport of VIEWPORTS) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const violation of await violationsOf(page)) {
        found.push(`${screen}, ${colorScheme}, ${viewport.width}: ${violation}`);
      }
    }
  }
  await page.setViewportSize(VIEWPORTS[0]);
}
