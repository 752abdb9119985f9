/**
 * `npm run screenshots [folder]`: every screen in its states, in two or three sizes and both themes, into
 * docs/screenshots. The built app with the demonstration's photos and networks; speeds and dates differ from run to run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { driveApp } from './drive-app';
import { openAlbum } from './screenshots/album';
import { takeDemo } from './screenshots/demo-scenes';
import { takeEvents } from './screenshots/events-scenes';
import { takeFirstVisit } from './screenshots/first-visit-scenes';
import { takeGeofence } from './screenshots/geofence-scenes';
import { takeImageView } from './screenshots/image-view-scenes';
import { takeImports } from './screenshots/import-scenes';
import { takeModels } from './screenshots/models-scenes';
import { takeOtherResults } from './screenshots/other-results-scenes';
import { takeRepeats } from './screenshots/repeats-scenes';
import { takeReview } from './screenshots/review-scenes';
import { takeRuns } from './screenshots/run-scenes';
import { copyDemo, takeStoredSurveys } from './screenshots/stored-scenes';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screenshots'));
const photos = mkdtempSync(join(tmpdir(), 'understory-photos-'));
const app = await driveApp({ profile: null, withWebGpu: false });
const { page } = app;
try {
  const album = openAlbum(page, folder);
  await album.rest();
  // In the order of a person's days: each scene goes on with what the one before left.
  const scenes = { page, album, photos };
  await takeFirstVisit(scenes);
  await takeDemo(scenes);
  await takeGeofence(scenes);
  await takeEvents(scenes);
  await takeImageView(scenes);
  await takeOtherResults(scenes);
  await takeModels(scenes);
  await takeImports(scenes);
  await copyDemo(scenes); // on the screens after the reload that cuts a run off
  await takeRepeats(scenes);
  await takeReview(scenes);
  await takeRuns(scenes);
  await takeStoredSurveys(scenes);
  console.log(`${album.written()} pictures in ${folder}`);
} finally {
  await app.close();
  rmSync(photos, { recursive: true, force: true, maxRetries: 5 });
}
