import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { messages } from '../../messages';
import { FileName } from '../../shared/file-name';
import { Icon } from '../../shared/icon';
import { IconButton } from '../../shared/icon-button';
import { Keys } from '../../shared/keys';
import { routes } from '../../state/routes';
import styles from './image-toolbar.module.css';
import type { PlaceInOrder } from './neighbours';

export interface ImageToolbarProps {
  readonly surveyId: string;
  readonly filepath: string;
  readonly place: PlaceInOrder;
  /** The tools, at its end; below it on a phone. */
  readonly children: ReactNode;
}

export function ImageToolbar({ surveyId, filepath, place, children }: ImageToolbarProps) {
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
      {children}
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
