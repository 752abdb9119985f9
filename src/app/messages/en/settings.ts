import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

export const settings = {
  title: 'Settings',
  appearance: 'Appearance',
  language: 'Language',
  languageHint: 'Also dates, numbers and names of countries. Exported files do not change.',
  systemLanguage: 'As the system',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  stage: 'Background behind a photo',
  stages: { theme: 'As the theme', light: 'Light', middle: 'Middle', dark: 'Dark' },
  scores: 'Scores',
  scoresHint: 'Files and exports always have two decimals or more.',
  computing: 'Computing',
  backend: 'Runs on',
  backends: { auto: 'The faster one', webgpu: 'Graphics processor (WebGPU)', wasm: 'Processor (WASM)' },
  backendHint:
    '“The faster one” tries both on this computer and checks that they agree. A change counts from the next run on.',
  lastUsed: (words: string) => `Now in use: ${words}`,
  inputsOnDevice: 'photos are resized there, too',
  backendNames: { webgpu: 'graphics processor (WebGPU)', wasm: 'processor (WASM)' },
  threadsOf: (count: number, workers: number) => {
    const each = `${formatNumber(count)} ${plural(count, { one: 'thread', other: 'threads' })}`;
    return workers === 1 ? each : `${formatNumber(workers)} networks side by side, ${each} each`;
  },
  threads: 'Threads of the processor',
  threadsAuto: 'As many as sensible',
  threadsHint: (cores: number) =>
    `This browser reports ${formatNumber(cores)} processor ${plural(cores, { one: 'core', other: 'cores' })}. Fewer threads leave more for other programs.`,
  workers: 'Networks side by side',
  workersAuto: 'As many as are fastest',
  workersHint:
    'With many cores and much memory, small networks can get more done when several copies share the threads. “As many as are fastest” tries it on the first photos of a long run and remembers what it found.',
  noThreads:
    'This page may use one thread only: the server does not send the headers that threads need. Reloading once after the first visit usually helps.',
  storage: 'Storage',
  keep: 'Ask the browser to keep it',
  asking: 'Asking',
  keepRefused:
    'The browser did not promise it. It often does after Understory was installed, bookmarked or used for a while.',
  kept: 'The browser has promised to keep surveys, results and models until you delete them.',
  whereText:
    'Surveys, results, small previews and model packages are in this browser, on this computer. Your photos are not copied.',
  network: 'Network log',
  requests: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'request', other: 'requests' })} to other addresses`,
  blockedRequests: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'was', other: 'were' })} blocked before leaving`,
  networkText:
    'Understory asks only its own address, for its own files. Everything that would go elsewhere is listed here; the page’s policy blocks it.',
  logNotKept:
    'The log is kept by the part that also makes the app work offline, and that part is not in charge of this page yet. Reload once and it is. In some private windows it never is; then the log stays empty without being proof.',
  logEntries: 'Entries of the network log',
  logColumns: { time: 'Time', address: 'Address', why: 'Why', outcome: 'Outcome', size: 'Size' },
  purposes: { 'model-download': 'Model download you asked for', other: 'Not asked for' },
  outcomes: { allowed: 'Allowed', blocked: 'Blocked' },
  copyLog: 'Copy as text',
  about: 'About',
  version: (version: string) => `Understory ${version}`,
  aboutText:
    'Camera-trap photos to species names, in the browser. Nothing is installed, nothing is uploaded. It follows the rules of Google’s SpeciesNet and of MegaDetector.',
  citations: 'How to cite',
  citationsText: 'Results made with these models should cite their authors:',
  licences: 'Licences',
  licenceColumns: { part: 'Part', licence: 'Licence' },
} as const;
