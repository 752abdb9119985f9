import { useCallback } from 'react';
import { Link } from 'wouter';
import { similarMessages as words } from '../../messages/similar-messages';
import { Button } from '../button';
import { Dialog } from '../dialog';
import { formatScore } from '../format/format-score';
import { CropTile } from '../images/crop-tile';
import { describeImage } from '../images/describe-image';
import { ImageTile } from '../images/image-tile';
import { imageInWords } from '../images/image-words';
import text from '../text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import type { CropRef, NearCrop } from './find-nearest';
import styles from './similar-dialog.module.css';
import { useNearest } from './use-nearest';

export interface SimilarDialogProps {
  readonly open: OpenSurvey;
  readonly of: CropRef;
  readonly onClose: () => void;
}

/** The crops of the survey that are most like one, each a way to its image. */
export function SimilarDialog({ open, of, onClose }: SimilarDialogProps) {
  const nearest = useNearest(open, of);
  const fileName = of.filepath.slice(of.filepath.lastIndexOf('/') + 1);
  const count = nearest?.crops.length ?? 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={words.moreOf(fileName)}
      description={nearest === null ? words.searching : count === 0 ? words.none : words.found(count)}
      footer={<Button onClick={onClose}>{words.close}</Button>}
    >
      {nearest !== null && (
        <>
          <p className={text.hint}>{words.basis[nearest.basis]}</p>
          <ul className={styles.tiles} aria-label={words.more}>
            {nearest.crops.map((crop) => (
              <li key={`${crop.filepath} ${crop.index ?? ''}`}>
                <Tile open={open} crop={crop} onOpen={onClose} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

interface TileProps {
  readonly open: OpenSurvey;
  readonly crop: NearCrop;
  readonly onOpen: () => void;
}

function Tile({ open, crop: { filepath, index, similarity }, onOpen }: TileProps) {
  const actions = useActions();
  const scoresAs = useAppState(({ preferences }) => preferences.scoresAs);
  const surveyId = open.survey.id;
  const loadPreview = useCallback((path: string) => actions.previewUrl(surveyId, path), [actions, surveyId]);
  const image = open.imageOf(filepath);
  if (image === null) return null;
  const description = describeImage(image, open.labels);
  const likeness = words.likeness(formatScore(similarity, scoresAs));
  const hasBox = index !== null && image.inference?.detections?.[index] !== undefined;
  return (
    <Link
      to={routes.image(surveyId, filepath)}
      className={styles.tile}
      aria-label={`${description.fileName}, ${imageInWords(description, scoresAs)}, ${likeness}`}
      onClick={onOpen}
    >
      {hasBox ? (
        <CropTile description={description} box={index} loadPreview={loadPreview} scoresAs={scoresAs} />
      ) : (
        <ImageTile description={description} loadPreview={loadPreview} scoresAs={scoresAs} />
      )}
      <span className={styles.likeness} aria-hidden>
        {likeness}
      </span>
    </Link>
  );
}
