import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

type Details = Readonly<Record<string, string | number>>;

export const shell = {
  skipLink: 'Skip to the content',
  mainNavigation: 'Main',
  surveyNavigation: 'This survey',
  surveys: 'Surveys',
  models: 'Models',
  settings: 'Settings',
  setup: 'Set-up',
  run: 'Run',
  gallery: 'Gallery',
  refine: 'Refine',
  export: 'Export',
  home: 'Understory, surveys',
  backToSurveys: 'Back to surveys',
  switchSurvey: (name: string) => `${name}: switch survey`,
  allSurveys: 'All surveys',
  menu: 'Menu',
  help: 'Keyboard',
  nothingLeft: 'Nothing left this computer',
  requestsLeft: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'request', other: 'requests' })} to other addresses`,
  networkLog: 'show network log',
  runPill: (percent: string, timeLeft: string | null) => (timeLeft === null ? percent : `${percent}, ${timeLeft}`),
  runPillLabel: (words: string) => `Run: ${words}. Show the run`,
  preparing: 'Preparing',
  dropToOpen: 'Drop to open',
  dropHint: 'Photos and folders become a survey, model packages go to Models. Your photos stay where they are.',
  dropHintSurvey:
    'Result files and lists (JSON, CSV, TXT) are for this survey. A folder becomes a survey of its own. Nothing is uploaded.',
  updateReady: 'A new version is ready.',
  reload: 'Reload',
  updateWaits: 'It is taken when you reload; a run goes on where it was.',
  starting: 'Opening what is stored on this computer',
  openingSurvey: 'Opening the survey',
  startFailed: 'Understory could not start',
  notFound: 'There is nothing at this address',
  notFoundText: 'The link may be old or cut. Your surveys are on the first screen.',
  surveyNotFound: 'This survey is not in this browser',
  surveyNotFoundText:
    'Surveys stay in the browser they were made in, and go when they are deleted. Open the folder again to make it anew.',
  goHome: 'Go to surveys',
  screenBroken: 'This screen stopped working',
  screenBrokenText: 'Everything stored is still there. Reload the page to go on.',
  conditionActions: {
    'choose-files': 'Choose another file',
    'open-models': 'Open Models',
    'show-storage': 'Show storage',
    'reconnect-folder': 'Connect folder',
    'continue-run': 'Continue run',
    reload: 'Reload',
  },
  toasts: {
    'survey-deleted': (details: Details) => `${details['name'] ?? 'Survey'} deleted.`,
    'package-added': (details: Details) => `${details['name'] ?? 'Model package'} added. It works offline.`,
    'package-incomplete': (details: Details) => `${details['name'] ?? 'Model package'} added. Its detector is missing.`,
    'package-known': (details: Details) => `${details['name'] ?? 'Model package'} is here already, complete.`,
    'package-completed': (details: Details) =>
      `${details['name'] ?? 'Model package'} is complete with ${details['detector'] ?? 'its detector'}. It works offline.`,
    'packages-completed': (details: Details) =>
      `${details['count'] ?? 'Several'} packages are complete with ${details['detector'] ?? 'their detector'}.`,
    'package-exchanged': (details: Details) =>
      `${details['name'] ?? 'Model package'} finds animals with ${details['detector'] ?? 'the other detector'} now.`,
    'package-beside': (details: Details) =>
      `${details['name'] ?? 'Model package'} with ${details['detector'] ?? 'the other detector'} stands beside the old one, which surveys still use.`,
    'package-updated': (details: Details) =>
      `${details['name'] ?? 'Model package'} has a new ${details['role'] ?? 'rule file'}: ${details['file'] ?? ''}. Names follow it at once.`,
    'package-tested': (details: Details) => `Self-test of ${details['name'] ?? 'the model package'} finished.`,
    'package-removed': (details: Details) => `${details['name'] ?? 'Model package'} removed.`,
    'view-deleted': (details: Details) => `View ${details['name'] ?? ''} deleted.`,
    'export-saved': (details: Details) => `${details['name'] ?? 'File'} saved.`,
    'import-applied': (details: Details) => `${details['name'] ?? 'The file'} is part of this survey now.`,
    'file-removed': (details: Details) => `${details['name'] ?? 'The file'} is no longer part of this survey.`,
    'own-rules-added': ({ count, rule, name, place }: Details) =>
      count === 1
        ? `${name ?? 'The taxon'} is ${rule === 'block' ? 'blocked' : 'allowed'} in ${place ?? 'that place'} now.`
        : `${count ?? 'Several'} geofence rules added.`,
    'own-rules-removed': ({ count, rule, name, place }: Details) =>
      count === 1
        ? `Rule removed: ${rule ?? 'allow'} ${name ?? 'a taxon'} in ${place ?? 'a place'}.`
        : `${count ?? 'Several'} geofence rules removed.`,
    'own-rules-known': ({ count }: Details) =>
      count === 1 ? 'This rule is in your list already.' : 'These rules are in your list already.',
    'repeats-rejected': (details: Details) =>
      `${formatNumber(Number(details['count']))} stacks rejected, ${formatNumber(Number(details['boxes']))} boxes.`,
    'comparison-removed': (details: Details) => `${details['name'] ?? 'The file'} is not compared any more.`,
    'merge-applied': (details: Details) =>
      `${details['name'] ?? 'The file'} merged: ${formatNumber(Number(details['count'] ?? 0))} ${plural(Number(details['count'] ?? 0), { one: 'image has', other: 'images have' })} results from there.`,
    'merge-undone': () => 'The merge is undone.',
    'queue-added': ({ name, place }: Details) => `${name ?? 'The survey'} is in the queue, place ${place ?? 1}.`,
    'queue-removed': ({ name }: Details) => `${name ?? 'The survey'} is out of the queue.`,
    'queue-moved': ({ name, place }: Details) => `${name ?? 'The survey'} has place ${place ?? 1} in the queue now.`,
    'queue-next': ({ name }: Details) => `${name ?? 'The next survey'} begins: it was next in the queue.`,
    copied: () => 'Copied.',
  },
} as const;
