import { queryFolderPermission } from '../../files/folder-permission';
import type { AppStorage } from '../../storage/app-storage';
import type { OpenSession } from './open-session';

/** The folder of a run is gone, or may not be read any more: codes of conditions. */
export const isFolderLoss = (code: string): boolean => code === 'folder-gone' || code === 'permission-denied';

/** Why a survey can't be run now, as the code of a condition; null = it can. Looked at before its networks are loaded. */
export async function obstacleOf(
  { surveys }: Pick<AppStorage, 'surveys'>,
  target: OpenSession,
): Promise<string | null> {
  if (target.modelPackage() === null) return 'package-missing';
  if (target.survey().settings.mode === 'ensemble') return null; // nothing of the folder is read
  if ((await target.source()?.isReachable()) === true) return null;
  const { handle = null } = (await surveys.readFolder(target.id)) ?? {};
  const isForbidden = handle !== null && (await queryFolderPermission(handle)) !== 'granted';
  return isForbidden ? 'permission-denied' : 'folder-gone';
}
