import { collectFiles } from '../../files/collect-files';
import { takeDroppedItems } from '../../files/dropped-items';
import { createImageSource, sourceFromHandle } from '../../files/image-source';
import { nodesFromInput } from '../../files/input-files';
import { pickFolder, supportsFolderPicker } from '../../files/pick-folder';
import type { SourceNode } from '../../files/source-node';
import { refusesWhileRunning, type AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import { createDemoSource, readDemoManifest } from './demo';
import { areForSurvey, isNameTable, isUsableForPackage } from './dropped-kind';
import type { OpenSession } from './open-session';
import type { PackageActions } from './package-actions';
import { createPhotoUrls } from './photo-urls';
import { routes } from './routes';

type OpeningActionNames =
  'pickFolder' | 'openDropped' | 'openInputFiles' | 'tryDemo' | 'openSurvey' | 'reconnectFolder' | 'photoUrl';

interface OpeningNeeds {
  readonly packages: PackageActions;
  readonly startRun: () => Promise<void>;
  /** Another tab may be running what was opened here. */
  readonly follow: (session: OpenSession) => void;
  /** Of files for the open survey: what the screen that is shown does with them. */
  readonly importFiles: (files: readonly File[]) => Promise<void>;
  /** Of a table dropped on the settings, where names are. */
  readonly readNames: (file: File) => Promise<void>;
}

/** Ways into a survey: picker, drop, file dialog, the demonstration, the list of surveys. */
export function createOpeningActions(
  parts: AppParts,
  { packages, startRun, follow, importFiles, readNames }: OpeningNeeds,
): Pick<AppActions, OpeningActionNames> {
  const { opening, runs, store, guarded, navigate } = parts;
  const photos = createPhotoUrls();

  function isWaitingForFolder(): boolean {
    const { open } = store.getState();
    if (open?.run.step !== 'paused') return false;
    const { condition } = open.run;
    return condition !== null && (condition.code === 'folder-gone' || condition.code === 'permission-denied');
  }

  function followOpened(): void {
    const session = opening.current();
    if (session !== null) follow(session);
  }

  async function openSource(...args: Parameters<typeof opening.openSource>): Promise<void> {
    // A run that lost its folder can only wait: what is opened now may be that folder, and then the run can go on with it.
    if (isWaitingForFolder()) await runs.end();
    if (refusesWhileRunning(parts)) return;
    photos.clear();
    await opening.openSource(...args);
    followOpened();
  }

  /** Result files and their like, dropped without anything else while a survey is on the screen, belong to that survey. */
  async function areForOpenSurvey(nodes: readonly SourceNode[]): Promise<boolean> {
    return location.hash.startsWith('#/survey/') && opening.current() !== null && areForSurvey(nodes);
  }

  const importNodes = async (nodes: readonly SourceNode[]) =>
    importFiles((await collectFiles(nodes)).map(({ file }) => file));

  async function openNodes(nodes: readonly SourceNode[]): Promise<void> {
    const [node] = nodes;
    if (
      location.hash === `#${routes.settings}` &&
      nodes.length === 1 &&
      node?.kind === 'file' &&
      isNameTable(node.name)
    ) {
      return readNames(await node.read());
    }
    if (await areForOpenSurvey(nodes)) return importNodes(nodes);
    // Photos with the result file of an earlier run beside them: the survey opens, then its file is looked at.
    const results = nodes.filter(({ kind, name }) => kind === 'file' && /\.json$/i.test(name) && name !== 'info.json');
    const folders = nodes.filter(({ kind }) => kind === 'folder');
    if (results.length === 1 && folders.length === 1 && nodes.length === 2 && !(await isUsableForPackage(folders))) {
      const source = createImageSource(folders);
      if (source !== null) await openSource(source);
      return importNodes(results);
    }
    if (await isUsableForPackage(nodes)) {
      navigate(routes.models);
      await packages.addDropped(await collectFiles(nodes));
      return;
    }
    const source = createImageSource(nodes);
    if (source !== null) await openSource(source);
  }

  return {
    pickFolder: supportsFolderPicker()
      ? guarded(async () => {
          const handle = await pickFolder();
          if (handle !== null) await openSource(sourceFromHandle(handle));
        })
      : null,
    openDropped: (data) => {
      const nodes = takeDroppedItems(data); // now, before anything is awaited
      return guarded(async () => openNodes(await nodes))();
    },
    openInputFiles: guarded((files) => openNodes(nodesFromInput(files))),
    tryDemo: guarded(async () => {
      if (refusesWhileRunning(parts)) return;
      await packages.installDemoPackage();
      await openSource(createDemoSource(await readDemoManifest()), { isDemo: true, name: 'Demo' });
      const session = opening.current();
      if (session === null) return;
      navigate(routes.run(session.id));
      void startRun(); // the demonstration is open; its run is told by its own screen
    }),
    openSurvey: guarded(async (id) => {
      if (opening.current()?.id !== id && refusesWhileRunning(parts)) return;
      photos.clear();
      await opening.openSurvey(id);
      followOpened();
    }),
    reconnectFolder: guarded(async () => {
      const isRunWaiting = isWaitingForFolder();
      await opening.reconnect(() => runs.end());
      // The click on the button beside the run's own words: it goes on with what is reachable again.
      if (isRunWaiting && isWaitingForFolder() && store.getState().open?.folder.step === 'connected') runs.resume();
    }),
    photoUrl: (filepath) => photos.url(opening.current()?.source() ?? null, filepath),
  };
}
