import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { Checkbox } from '../../shared/checkbox';
import type { ScoreFormat } from '../../shared/format/format-score';
import { describeImage } from '../../shared/images/describe-image';
import { ImageTile } from '../../shared/images/image-tile';
import { imageInWords } from '../../shared/images/image-words';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { routes } from '../../state/routes';
import styles from './newest-finds.module.css';

export interface NewestFindsProps {
  readonly open: OpenSurvey;
  readonly newest: readonly string[];
  readonly scoresAs: ScoreFormat;
}

/** The newest results as they come; each leads to its image. */
export function NewestFinds({ open, newest, scoresAs }: NewestFindsProps) {
  const { run: words } = messages;
  const { images, imageOf, labels, survey } = open;
  const actions = useActions();
  const [showsBlanks, setShowsBlanks] = useState(true);
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(survey.id, filepath), [actions, survey.id]);
  const found = useMemo(() => {
    if (images.length === 0) return [];
    return newest.flatMap((filepath) => {
      const image = imageOf(filepath);
      return image === null ? [] : [describeImage(image, labels)];
    });
  }, [images, imageOf, labels, newest]);
  const isFinished = open.run.step === 'finished' || survey.state === 'finished'; // then the header has the button
  const shown = showsBlanks ? found : found.filter(({ kind }) => kind !== 'blank');
  return (
    <section className={styles.newest} aria-labelledby="run-newest">
      <div className={styles.head}>
        <h2 id="run-newest">{words.newest}</h2>
        <p>{found.length === 0 ? words.newestNone : words.newestHint}</p>
        {found.length > 0 && (
          <div className={styles.acts}>
            <Checkbox label={words.showBlanks} isChecked={showsBlanks} onChange={setShowsBlanks} />
            {!isFinished && <LinkButton to={routes.gallery(survey.id)}>{words.openGallery}</LinkButton>}
          </div>
        )}
      </div>
      {found.length > 0 && shown.length === 0 && <p>{words.allBlank}</p>}
      <ul className={styles.grid}>
        {shown.map((description) => (
          <li key={description.filepath}>
            <Link
              to={routes.image(survey.id, description.filepath)}
              className={styles.tile}
              aria-label={imageInWords(description, scoresAs)}
            >
              <ImageTile description={description} loadPreview={loadPreview} scoresAs={scoresAs} isPassing />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
