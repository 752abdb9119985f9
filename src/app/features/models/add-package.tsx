import { PackagePlus } from 'lucide-react';
import { messages } from '../../messages';
import { DropZone } from '../../shared/drop-zone';
import { FileButton } from '../../shared/file-button';

const text = messages.models;

export const PACKAGE_FILES = '.zip,.onnx,.json,.txt,.csv';

export function AddPackage({ onFiles }: { readonly onFiles: (files: FileList) => void }) {
  return (
    <DropZone
      isStacked
      icon={PackagePlus}
      title={text.addTitle}
      text={text.addText}
      dragTitle={text.addDragging}
      actions={
        <>
          <FileButton kind="folder" variant="primary" onFiles={onFiles}>
            {text.chooseFolder}
          </FileButton>
          <FileButton kind="files" accept={PACKAGE_FILES} onFiles={onFiles}>
            {text.chooseFiles}
          </FileButton>
        </>
      }
    />
  );
}
