import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatCaptureDateTime } from '../../shared/format/format-date';
import type { SurveyImage } from '../../state/app-state';
import styles from './file-facts.module.css';
import inspector from './inspector.module.css';
import { coordinatesText, placeWords } from './place-words';

export interface FileFactsProps {
  readonly image: SurveyImage;
  /** The file that said where images were taken. */
  readonly instancesFile: string | null;
}

/** Path, size, pixels, time and place: as they are, never translated. */
export function FileFacts({ image, instancesFile }: FileFactsProps) {
  const words = messages.image;
  const { filepath, size, inference } = image;
  // Zero also stands for a size that was never listed.
  const isSizeKnown = size > 0 || inference?.problem?.code === 'file-empty';
  const pixels = inference?.size ?? null;
  const capturedAt = inference?.capturedAt ?? null;
  return (
    <section className={inspector.section}>
      <h3>{words.file}</h3>
      <dl className={styles.facts}>
        <dt>{words.path}</dt>
        <dd>
          <FileName name={filepath} />
        </dd>
        <dt>{words.size}</dt>
        <dd>{isSizeKnown ? formatBytes(size) : words.notKnown}</dd>
        <dt>{words.pixels}</dt>
        <dd>{pixels === null ? words.notKnown : words.pixelsOf(pixels.width, pixels.height)}</dd>
        <dt>{words.captured}</dt>
        <dd>
          {capturedAt === null ? (
            inference === null || inference.size === null ? (
              words.notKnown
            ) : (
              words.noTime
            )
          ) : (
            <time dateTime={capturedAt}>{formatCaptureDateTime(capturedAt)}</time>
          )}
        </dd>
        <Whereabouts image={image} instancesFile={instancesFile} />
      </dl>
    </section>
  );
}

/** The place that counts and why; coordinates also when they do not count. */
function Whereabouts({ image: { place, inference }, instancesFile }: FileFactsProps) {
  const words = messages.image;
  if (place === null) return null;
  const { place: name, from, notes } = placeWords(place, instancesFile);
  const isPlaced = place.latitude !== null && place.longitude !== null;
  const latitude = isPlaced ? place.latitude : (inference?.location?.latitude ?? null);
  const longitude = isPlaced ? place.longitude : (inference?.location?.longitude ?? null);
  return (
    <>
      <dt>{words.place}</dt>
      <dd className={styles.place}>
        <span>{name ?? words.notKnown}</span>
        {[from, ...notes].map((note) => note !== null && <small key={note}>{note}</small>)}
      </dd>
      {latitude !== null && longitude !== null && (
        <>
          <dt>{words.coordinates}</dt>
          <dd>{coordinatesText(latitude, longitude)}</dd>
        </>
      )}
    </>
  );
}
