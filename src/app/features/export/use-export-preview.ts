import { useEffect, useState } from 'react';
import { useActions } from '../../state/app-store';

export interface ExportPreview {
  readonly text: string;
  readonly bytes: number;
  readonly fileName: string;
}

/** What would be written in a format; null while it is being made. The others change when the results do. */
export function useExportPreview(formatId: string | null, images: unknown, smoothing: unknown): ExportPreview | null {
  const actions = useActions();
  const [found, setFound] = useState<{ readonly formatId: string; readonly preview: ExportPreview } | null>(null);
  useEffect(() => {
    if (formatId === null) return;
    let isWanted = true;
    void actions.previewExport(formatId).then((preview) => {
      if (isWanted) setFound({ formatId, preview });
    });
    return () => {
      isWanted = false;
    };
  }, [actions, formatId, images, smoothing]);
  return found?.formatId === formatId ? found.preview : null;
}
