import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatCaptureDateTime } from '../../shared/format/format-date';
import type { SurveyImage } from '../../state/app-state';
import styles from './file-facts.module.css';
import inspector from './inspector.module.css';

/** Path, size, pixels, time: as they are, never translated. */
export function FileFacts({ image }: { readonly image: SurveyImage }) {
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
      </dl>
    </section>
  );
}
