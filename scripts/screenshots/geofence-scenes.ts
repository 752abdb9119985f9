import type { SceneTools } from './first-visit-scenes';
import { goTo, openId } from './steps';

const KENYA = { country: 'KEN', admin1Region: null };
const NOWHERE = { country: null, admin1Region: null };

/** The demonstration as if its photos were taken in Kenya: what is held back there, and rules of one's own. */
export async function takeGeofence({ page, album }: SceneTools): Promise<void> {
  const id = await openId(page);
  await page.evaluate((place) => window.understory!.actions.changeSurveySettings({ place }), KENYA);
  await goTo(page, `/survey/${id}/refine/geofence`);
  await page
    .getByRole('button', { name: /^Allow it here/ })
    .first()
    .waitFor();
  await album.take('geofence', { isMain: true });

  await page.evaluate(() =>
    window.understory!.actions.addOwnRules([
      { taxon: 'mammalia;carnivora;canidae;;', rule: 'block', country: 'KEN', admin1Region: null },
      { taxon: 'mammalia;carnivora;canidae;vulpes;vulpes', rule: 'block', country: 'KEN', admin1Region: null },
      { taxon: 'mammalia;carnivora;canidae;vulpes;vulpes', rule: 'allow', country: 'KEN', admin1Region: null },
      { taxon: 'mammalia;primates;hominidae;yeti;nivalis', rule: 'block', country: 'NPL', admin1Region: null },
    ]),
  );
  await page.evaluate(() => window.understory!.actions.dismissToast());
  await page.getByRole('combobox', { name: 'Taxon' }).fill('cervid');
  await page.getByRole('option').first().click();
  await page.getByText(/images? changes?\.|No image changes/).waitFor();
  await album.takeLower('geofence-rules');
  await goTo(page, `/survey/${id}/refine`);
  await album.take('refine', { isMain: true });
  await page.evaluate((place) => window.understory!.actions.changeSurveySettings({ place, ownGeofence: [] }), NOWHERE);
}
