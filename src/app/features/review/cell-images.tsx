import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Button } from '../../shared/button';
import { IconButton } from '../../shared/icon-button';
import { describeImage } from '../../shared/images/describe-image';
import { ImageTile } from '../../shared/images/image-tile';
import { imageInWords } from '../../shared/images/image-words';
import { Panel } from '../../shared/panel';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import styles from './cell-images.module.css';
import { taxonName } from './judged-images';
import type { SurveyAgreement } from './use-agreement';

const words = reviewModeMessages.agreement;
const FIRST = 24;
const MORE = 48;

export interface CellImagesProps {
  readonly open: OpenSurvey;
  readonly found: SurveyAgreement;
  /** By its taxa. */
  readonly cell: { readonly machine: string; readonly human: string };
  readonly onClose: () => void;
}

/** The images of one cell of the table; nothing when it is not there any more. */
export function CellImages({ open, found: { agreement, judged }, cell, onClose }: CellImagesProps) {
  const actions = useActions();
  const scoresAs = useAppState(({ preferences }) => preferences.scoresAs);
  const [count, setCount] = useState(FIRST);
  const surveyId = open.survey.id;
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  const { taxa } = agreement;
  const chosen = agreement.cells.find(
    ({ machine, human }) => taxa[machine]!.taxon === cell.machine && taxa[human]!.taxon === cell.human,
  );
  if (chosen === undefined) return null;
  const { images } = chosen;
  const left = images.length - count;
  const title = words.tiles(images.length, taxonName(taxa[chosen.machine]!), taxonName(taxa[chosen.human]!));
  return (
    <Panel title={title} aside={<IconButton icon={X} size="small" label={words.close} onClick={onClose} />}>
      <ul className={styles.tiles}>
        {images.slice(0, count).map((place) => {
          const { filepath } = judged[place]!;
          const image = open.imageOf(filepath);
          if (image === null) return null;
          const description = describeImage(image, open.labels);
          return (
            <li key={filepath}>
              <Link
                to={routes.image(surveyId, filepath)}
                className={styles.tile}
                aria-label={`${description.fileName}, ${imageInWords(description, scoresAs)}`}
              >
                <ImageTile description={description} loadPreview={loadPreview} scoresAs={scoresAs} />
              </Link>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <div>
          <Button size="small" onClick={() => setCount(count + MORE)}>
            {words.more(Math.min(left, MORE))}
          </Button>
        </div>
      )}
    </Panel>
  );
}
