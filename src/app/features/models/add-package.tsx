import { PackagePlus } from 'lucide-react';
import { messages } from '../../messages';
import { DropZone } from '../../shared/drop-zone';
import { FileButton } from '../../shared/file-button';

const text = messages.models;

/** What the file dialog offers first. Other files are not refused: the bytes decide. */
export const PACKAGE_FILES = '.pt,.pth,.tar,.gz,.tgz,.zip,.onnx,.json,.txt,.csv';

export interface AddPackageProps {
  /** In the narrow column beside installed packages. */
  readonly isStacked: boolean;
  readonly onFiles: (files: FileList) => void;
}

export function AddPackage({ isStacked, onFiles }: AddPackageProps) {
  return (
    <DropZone
      isStacked={isStacked}
      icon={PackagePlus}
      title={text.addTitle}
      text={text.addText}
      dragTitle={text.addDragging}
      actions={
        <>
          <FileButton kind="files" variant="primary" accept={PACKAGE_FILES} onFiles={onFiles}>
            {text.chooseFiles}
          </FileButton>
          <FileButton kind="folder" onFiles={onFiles}>
            {text.chooseFolder}
          </FileButton>
        </>
      }
    />
  );
}
