import { useEffect, useRef, type ReactNode } from 'react';
import { Button, type ButtonLook } from './button';

export interface FileButtonProps extends ButtonLook {
  readonly children: ReactNode;
  /** 'folder' asks for a whole folder, with the paths inside it. */
  readonly kind: 'files' | 'folder';
  /** Endings to offer first, as in <input accept>. */
  readonly accept?: string | undefined;
  /** The dialog takes one file only. */
  readonly isSingle?: boolean;
  readonly onFiles: (files: FileList) => void;
}

/** The browser's own file dialog behind one of our buttons. */
export function FileButton({ children, kind, accept, isSingle = false, onFiles, ...look }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  // React's types do not know the attribute, the element's do.
  useEffect(() => {
    if (input.current !== null) input.current.webkitdirectory = kind === 'folder';
  }, [kind]);
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={!isSingle}
        hidden
        tabIndex={-1}
        accept={accept}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files !== null && files.length > 0) onFiles(files);
          // The same files may be chosen once more.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
