import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon } from '../../shared/icon';
import styles from './card-previews.module.css';

export interface CardPreviewsProps {
  readonly surveyId: string;
  readonly filepaths: readonly string[];
  readonly previewUrl: (surveyId: string, filepath: string) => Promise<string | null>;
}

const PLACES = 3;

/** Three photos of the survey, whole and uncropped; a place without one stays a quiet cell. */
export function CardPreviews({ surveyId, filepaths, previewUrl }: CardPreviewsProps) {
  const places = Array.from({ length: PLACES }, (_, index) => filepaths[index] ?? null);
  return (
    <div className={styles.previews} aria-hidden>
      {places.map((filepath, index) => (
        <div key={filepath ?? index} className={styles.cell}>
          {filepath === null ? (
            filepaths.length === 0 && index === 1 && <Icon of={ImageOff} />
          ) : (
            <Preview surveyId={surveyId} filepath={filepath} previewUrl={previewUrl} />
          )}
        </div>
      ))}
    </div>
  );
}

interface PreviewProps {
  readonly surveyId: string;
  readonly filepath: string;
  readonly previewUrl: CardPreviewsProps['previewUrl'];
}

function Preview({ surveyId, filepath, previewUrl }: PreviewProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void previewUrl(surveyId, filepath).then((found) => {
      if (isCurrent) setUrl(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [surveyId, filepath, previewUrl]);
  return url === null ? null : <img src={url} alt="" decoding="async" className={styles.image} />;
}
