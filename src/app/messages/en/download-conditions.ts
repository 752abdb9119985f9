import type { DownloadErrorCode } from '../../state/download-error';
import type { ConditionDetails, ConditionWords } from '../condition-words';

const KEPT = 'What has come so far is kept.';
const NOTHING_KEPT = 'The file was removed and nothing else has changed.';

const byHand = (title: string, meaning: string, next: string): ConditionWords => ({
  title,
  meaning,
  next,
  action: null,
});

/** What can happen while the app fetches a model. */
export const downloadConditions: Readonly<Record<DownloadErrorCode, (details: ConditionDetails) => ConditionWords>> = {
  'download-interrupted': () =>
    byHand(
      'The download was interrupted',
      KEPT,
      'Check the connection, then try again: it goes on where it broke off.',
    ),
  'download-unreachable': () =>
    byHand(
      'The host can’t be reached from a web page',
      'Nothing was fetched.',
      'Check the connection. If other pages open, this host does not allow it: download the file yourself and drop it here.',
    ),
  'download-answer': (details) =>
    byHand(
      `The host did not give the file (answer ${details.text('status', 'unknown')})`,
      KEPT,
      'It may have been moved, or need a login. Try another source, or download it yourself and drop it here.',
    ),
  'download-not-listed': () =>
    byHand(
      'This download is not in the list of models any more',
      'Nothing was fetched from other addresses than those you agreed to.',
      'Cancel it, then choose a download from the list as it is now.',
    ),
  'download-needs-service-worker': () =>
    byHand(
      'Other hosts can’t be reached yet',
      'Nothing was fetched. Downloads go through the part of the app that keeps the network log, and it is not ready.',
      'Reload the page once and try again. In private windows it may stay off: then download the file yourself.',
    ),
  'download-wrong-size': (details) =>
    byHand(
      `${details.text('name', 'The file')} has another size than the published one`,
      NOTHING_KEPT,
      'The source may hold another version, or the file was cut. Try another source, or download it yourself.',
    ),
  'download-wrong-hash': (details) =>
    byHand(
      `${details.text('name', 'The file')} is not the published file: its checksum differs`,
      NOTHING_KEPT,
      'Try another source, or download it yourself from its authors.',
    ),
  'download-elsewhere': () =>
    byHand(
      'Another tab is fetching this',
      'Nothing is fetched twice.',
      'Go on in the other tab, or close it and try again here.',
    ),
  'catalog-unreadable': () =>
    byHand(
      'The list of models could not be read',
      'Files that you have can be added all the same.',
      'Reload the page. If it stays like this, tell whoever hosts this app; the details say what was found.',
    ),
};
