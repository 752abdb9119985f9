import { ArrowLeft, ChevronLeft, ChevronRight, Eye, EyeOff, Scan, ZoomIn, ZoomOut } from 'lucide-react';
import { Link } from 'wouter';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { FileName } from '../../shared/file-name';
import { Icon } from '../../shared/icon';
import { IconButton } from '../../shared/icon-button';
import { Keys } from '../../shared/keys';
import { Tooltip } from '../../shared/tooltip';
import { routes } from '../../state/routes';
import styles from './image-toolbar.module.css';
import type { PlaceInOrder } from './neighbours';
import type { Zoom } from './use-viewport';

export interface ImageToolbarProps {
  readonly surveyId: string;
  readonly filepath: string;
  readonly place: PlaceInOrder;
  readonly zoom: Zoom;
  readonly hasBoxes: boolean;
  readonly onBoxes: () => void;
}

export function ImageToolbar({ surveyId, filepath, place, zoom, hasBoxes, onBoxes }: ImageToolbarProps) {
  const { image } = messages;
  return (
    <div className={styles.toolbar}>
      <Link to={routes.gallery(surveyId)} className={styles.back} aria-label={image.back}>
        <Icon of={ArrowLeft} />
        <span>{image.back}</span>
        <Keys combination="Esc" />
      </Link>
      <div className={styles.path}>
        <FileName name={filepath} />
      </div>
      <span className={styles.position}>{image.position(place.index + 1, place.count)}</span>
      <div className={styles.tools}>
        <IconButton icon={ZoomOut} label={image.zoomOut} shortcut="-" onClick={zoom.out} disabled={zoom.isFitted} />
        <Tooltip label={image.fitLong} shortcut="0">
          <Button variant="quiet" onClick={zoom.fit} aria-label={image.fitLong}>
            {image.fit}
          </Button>
        </Tooltip>
        <IconButton icon={ZoomIn} label={image.zoomIn} shortcut="+" onClick={zoom.in} />
        <IconButton icon={Scan} label={image.actualLong} shortcut="Z" onClick={zoom.actual} />
        <IconButton
          icon={hasBoxes ? Eye : EyeOff}
          label={hasBoxes ? image.hideBoxes : image.showBoxes}
          shortcut="H"
          aria-pressed={!hasBoxes}
          onClick={onBoxes}
        />
      </div>
    </div>
  );
}

export interface SideArrowProps {
  readonly side: 'previous' | 'next';
  readonly to: string | null;
  readonly onShow: (filepath: string) => void;
}

/** At the edges of the stage, where the thumb and the eye look for it. */
export function SideArrow({ side, to, onShow }: SideArrowProps) {
  if (to === null) return null;
  return (
    <div className={styles[side]}>
      <IconButton
        icon={side === 'previous' ? ChevronLeft : ChevronRight}
        variant="plain"
        label={messages.image[side]}
        onClick={() => onShow(to)}
      />
    </div>
  );
}
