export interface Candidate {
  /** Path inside what was chosen, forward slashes. */
  readonly path: string;
  readonly file: File;
}

/** Files of a file dialog: a chosen folder brings its paths along, single files only their names. */
export function candidatesOf(files: Iterable<File>): readonly Candidate[] {
  return Array.from(files, (file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
}
