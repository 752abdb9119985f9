import { useEffect, useState } from 'react';
import { useActions } from '../../state/app-store';

export interface ExportPreview {
  readonly text: string;
  readonly bytes: number;
  readonly fileName: string;
}

/** What is to be shown; a preview of another question is none. */
export interface PreviewQuestion {
  /** Null = nothing. */
  readonly formatId: string | null;
  readonly usesReview: boolean;
}

interface Found extends PreviewQuestion {
  readonly preview: ExportPreview;
}

/** What would be written in a format; null while it is being made. The others change when the results do. */
export function useExportPreview(
  { formatId, usesReview }: PreviewQuestion,
  images: unknown,
  smoothing: unknown,
): ExportPreview | null {
  const actions = useActions();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (formatId === null) return;
    let isWanted = true;
    void actions.previewExport(formatId, { usesReview }).then((preview) => {
      if (isWanted) setFound({ formatId, usesReview, preview });
    });
    return () => {
      isWanted = false;
    };
  }, [actions, formatId, usesReview, images, smoothing]);
  return found?.formatId === formatId && found.usesReview === usesReview ? found.preview : null;
}
