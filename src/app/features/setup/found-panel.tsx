import { Folder } from 'lucide-react';
import { useMemo } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { formatBytes } from '../../shared/format/format-bytes';
import { formatNumber } from '../../shared/format/number-format';
import { Icon } from '../../shared/icon';
import { usePreview, type LoadPreview } from '../../shared/images/use-preview';
import { Note } from '../../shared/note';
import type { OpenSurvey } from '../../state/app-state';
import styles from './found-panel.module.css';
import { contentsOf, samplesOf } from './survey-contents';

export interface FoundPanelProps {
  readonly open: OpenSurvey;
  readonly loadPreview: LoadPreview;
  readonly onReconnect: () => void;
}

/** What was found in the folder, and whether it can be read now. */
export function FoundPanel({ open, loadPreview, onReconnect }: FoundPanelProps) {
  const { setup: words } = messages;
  const { survey, images, listing } = open;
  const contents = useMemo(() => contentsOf(images), [images]);
  const samples = useMemo(() => samplesOf(images, 4), [images]);
  const { done, failed } = survey.counts;
  return (
    <section className={styles.panel} aria-label={words.found}>
      <h2 className={styles.title}>
        <Icon of={Folder} size={20} />
        <FileName name={survey.name} />
      </h2>
      {samples.length > 0 && (
        <div className={styles.samples}>
          {samples.map((filepath) => (
            <Sample key={filepath} filepath={filepath} loadPreview={loadPreview} />
          ))}
        </div>
      )}
      <dl className={styles.facts}>
        <dt>{words.photos}</dt>
        <dd>{words.photosIn(contents.photos, contents.folders)}</dd>
        {contents.bytes > 0 && (
          <>
            <dt>{words.size}</dt>
            <dd>{formatBytes(contents.bytes)}</dd>
          </>
        )}
        {done > 0 && (
          <>
            <dt>{words.done}</dt>
            <dd>{words.ofPhotos(done, survey.counts.listed)}</dd>
          </>
        )}
        {failed > 0 && (
          <>
            <dt>{words.couldNotBeRead}</dt>
            <dd>{formatNumber(failed)}</dd>
          </>
        )}
      </dl>
      <div role="status" className={styles.notes}>
        {listing.step === 'listing' && (
          <Note>
            <p>{words.listing(listing.found)}</p>
          </Note>
        )}
        {listing.step === 'listed' && listing.found === 0 && images.length === 0 && (
          <Note tone="warn">
            <p>{words.nothingFound}</p>
          </Note>
        )}
        {listing.step === 'listed' && listing.skipped.length > 0 && <Skipped skipped={listing.skipped} />}
        <FolderAway folder={open.folder} onReconnect={onReconnect} />
      </div>
    </section>
  );
}

function Sample({ filepath, loadPreview }: { readonly filepath: string; readonly loadPreview: LoadPreview }) {
  const preview = usePreview(filepath, loadPreview, null);
  return (
    <div className={styles.sample}>
      {preview.step === 'shown' && <img src={preview.url} alt="" draggable={false} decoding="async" />}
    </div>
  );
}

type SkippedProblems = Extract<OpenSurvey['listing'], { step: 'listed' }>['skipped'];

function Skipped({ skipped }: { readonly skipped: SkippedProblems }) {
  const { setup: words } = messages;
  return (
    <Note tone="warn">
      <p>
        <strong>{words.skipped(skipped.length)}</strong> {words.skippedWhat}
      </p>
      <details>
        <summary>{messages.common.details}</summary>
        <ul className={styles.paths}>
          {skipped.slice(0, 50).map(({ path, detail }) => (
            <li key={path}>
              <FileName name={path} />{' '}
              <span lang="en" translate="no">
                {detail}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Note>
  );
}

function FolderAway({ folder, onReconnect }: Pick<FoundPanelProps, 'onReconnect'> & Pick<OpenSurvey, 'folder'>) {
  const { setup: words } = messages;
  if (folder.step === 'connected') return null;
  const isAsking = folder.step === 'permission-needed';
  return (
    <Note tone="warn">
      <p>{isAsking ? words.permissionNeeded(folder.name) : words.disconnected(folder.name)}</p>
      <Button size="small" onClick={onReconnect}>
        {isAsking ? words.allowReading : words.connectFolder}
      </Button>
    </Note>
  );
}
