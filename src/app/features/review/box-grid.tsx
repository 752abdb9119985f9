import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { CircleX } from 'lucide-react';
import { useLocation } from 'wouter';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { similarMessages } from '../../messages/similar-messages';
import { classNames } from '../../shared/class-names';
import { formatScore } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import { usePreview, type LoadPreview } from '../../shared/images/use-preview';
import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import { routes } from '../../state/routes';
import { cropFrame } from './crop-frame';
import { moveInGrid } from './move-in-grid';
import type { SpeciesBox } from './species-boxes';
import styles from './species-screen.module.css';
import { useSharpCrop } from './use-sharp-crop';

const words = reviewModeMessages.species;

export interface BoxGridProps {
  readonly open: OpenSurvey;
  readonly sheet: readonly SpeciesBox[];
  /** Paths of the images that are something else. */
  readonly chosen: ReadonlySet<string>;
  /** Boxes of the group that is asked about: they are marked. */
  readonly alike: readonly SpeciesBox[];
  readonly onFocus: (box: SpeciesBox) => void;
  readonly onToggle: (filepath: string) => void;
}

/** Crops to be chosen: one tab stop, arrows move, Space chooses, O opens the photo. */
export function BoxGrid({ open, sheet, chosen, alike, onFocus, onToggle }: BoxGridProps) {
  const actions = useActions();
  const scoresAs = useAppState(({ preferences }) => preferences.scoresAs);
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  const [wanted, setWanted] = useState(0);
  const grid = useRef<HTMLUListElement>(null);
  const active = Math.min(wanted, sheet.length - 1);
  const keptFocus = useKeptFocus(grid, active);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || grid.current === null) return;
    const box = sheet[active];
    if (event.key.toLowerCase() === 'o' && box !== undefined) navigate(routes.image(surveyId, box.filepath));
    const next = moveInGrid(event.key, active, sheet.length, columnsOf(grid.current), isRightToLeft(grid.current));
    if (next === null) return;
    event.preventDefault();
    setWanted(next);
    buttonAt(grid.current, next)?.focus();
  };
  return (
    <ul ref={grid} className={styles.grid} aria-label={words.grid} onKeyDown={onKeyDown} {...keptFocus}>
      {sheet.map((box, place) => {
        const image = open.imageOf(box.filepath);
        const isChosen = chosen.has(box.filepath);
        const isAlike = alike.includes(box);
        return (
          <li key={`${box.filepath} ${box.index ?? ''}`}>
            <button
              type="button"
              className={classNames(styles.tile, isAlike && styles.alike)}
              aria-label={isAlike ? `${nameOf(box)}, ${similarMessages.marked}` : nameOf(box)}
              aria-pressed={isChosen}
              tabIndex={place === active ? 0 : -1}
              onFocus={() => {
                setWanted(place);
                onFocus(box);
              }}
              onClick={() => onToggle(box.filepath)}
            >
              {image !== null && <Crop open={open} image={image} box={box} loadPreview={loadPreview} />}
              <span className={styles.caption}>
                {image?.prediction != null && formatScore(image.prediction.score, scoresAs)}
                {isChosen && <Icon of={CircleX} size={14} />}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function nameOf({ filepath, index }: SpeciesBox): string {
  const fileName = filepath.slice(filepath.lastIndexOf('/') + 1);
  return index === null ? words.whole(fileName) : words.box(fileName, index + 1);
}

const buttonAt = (grid: HTMLElement, place: number) => grid.querySelectorAll('button')[place];

const isRightToLeft = (grid: HTMLElement) => getComputedStyle(grid).direction === 'rtl';

/** As the browser has laid the grid out. */
const columnsOf = (grid: HTMLElement) => getComputedStyle(grid).gridTemplateColumns.split(' ').length;

/** A box that was reviewed leaves with the focus: the one in its place gets it. */
function useKeptFocus(grid: React.RefObject<HTMLUListElement | null>, active: number) {
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body && grid.current !== null) {
      buttonAt(grid.current, active)?.focus();
    }
  });
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    // Not told of a box that leaves with the focus: React is silent while it changes the document.
    onBlur: () => {
      hadFocus.current = false;
    },
  };
}

interface CropProps {
  readonly open: OpenSurvey;
  readonly image: SurveyImage;
  readonly box: SpeciesBox;
  readonly loadPreview: LoadPreview;
}

/** The box and a margin: out of the preview at once, larger than its frame and moved; out of the photo when it is cut. */
function Crop({ open: { survey, folder }, image, box, loadPreview }: CropProps) {
  const preview = usePreview(image.filepath, loadPreview, image.inference !== null);
  const size = image.inference?.size ?? null;
  const frame = size === null ? null : cropFrame(box.bbox, size);
  const sharp = useSharpCrop(survey.id, image.filepath, frame?.rect ?? null, folder.step === 'connected');
  if (frame === null || (preview.step !== 'shown' && sharp === null)) return <div className={styles.cell} />;
  const [x, y, width, height] = frame.rect;
  const place = { inlineSize: `${100 / width}%`, left: `${(-x / width) * 100}%`, top: `${(-y / height) * 100}%` };
  return (
    <div className={styles.cell}>
      <div className={frame.shape >= 1 ? styles.wide : styles.high} style={{ aspectRatio: frame.shape }}>
        {preview.step === 'shown' && <img src={preview.url} alt="" draggable={false} style={place} />}
        {sharp !== null && <img src={sharp} alt="" draggable={false} className={styles.sharp} />}
      </div>
    </div>
  );
}
