/**
 * Folders that cameras open by themselves when one is full: Reconyx, Bushnell, Browning, and several makes (megadetector
 * 10.0.24, image_file_to_camera_folder). `100DCIM` is not among them.
 */
const OVERFLOW_FOLDERS = [/\/\d+RECNX\//g, /\/\d+EK\d+\//g, /\/\d+_BTCF\//g, /\/\d+MEDIA\//g, /\/\d+DSCIM\//g];

/**
 * The folder that stands for the camera: the image's folder without overflow folders (megadetector 10.0.24,
 * image_file_to_camera_folder). As there, backslashes become slashes, upper and lower case differ, an overflow folder at the
 * very beginning of a path stays, and of two consecutive ones of a kind the second stays. Empty for a file without folder.
 */
export function cameraFolderOf(filepath: string): string {
  let path = filepath.replaceAll('\\', '/');
  for (const pattern of OVERFLOW_FOLDERS) path = path.replace(pattern, '/');
  return folderOf(path);
}

/** The folder of a path with forward slashes, as Python's `os.path.dirname` says it; empty when there is none. */
export function folderOf(filepath: string): string {
  const head = filepath.slice(0, filepath.lastIndexOf('/') + 1);
  const folder = head.replace(/\/+$/, '');
  return folder === '' ? head : folder;
}

/**
 * The same function of a path, which must depend on nothing but the folder that the file is in; the answer is remembered for the last
 * folder, because the images of a listing follow one another by folder.
 */
export function rememberFolder(answerOf: (filepath: string) => string): (filepath: string) => string {
  let folder: string | null = null;
  let answer = '';
  return (filepath) => {
    if (folder !== null && filepath.startsWith(folder) && isName(filepath, folder.length)) return answer;
    folder = filepath.slice(0, Math.max(filepath.lastIndexOf('/'), filepath.lastIndexOf('\\')) + 1);
    return (answer = answerOf(filepath));
  };
}

/** True when no folder follows from here on. */
const isName = (filepath: string, from: number) =>
  filepath.indexOf('/', from) === -1 && filepath.indexOf('\\', from) === -1;
