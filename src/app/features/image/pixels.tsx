import styles from './pixels.module.css';
import type { Size, Viewport } from './viewport';

export interface PixelsProps {
  readonly url: string;
  /** The photo that is subtracted; null = none. */
  readonly minus: string | null;
  readonly alt: string;
  readonly filter: string;
  /** Pixels of the photo, and where they lie in the area around. */
  readonly size: Size;
  readonly view: Viewport;
  readonly onNatural?: (size: Size) => void;
}

/** The photo itself, without anything drawn over it. The filter is on the area around it, which stays small at any zoom. */
export function Pixels({ url, minus, alt, filter, size, view, onNatural }: PixelsProps) {
  const place = {
    inlineSize: size.width * view.scale,
    blockSize: size.height * view.scale,
    transform: `translate(${view.x}px, ${view.y}px)`,
  };
  return (
    <div className={styles.area} style={{ filter }}>
      <div className={styles.photo} style={place}>
        <img
          src={url}
          alt={alt}
          className={styles.picture}
          decoding="sync"
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onNatural?.({ width, height })}
        />
        {minus !== null && <img src={minus} alt="" className={styles.minus} decoding="sync" draggable={false} />}
      </div>
    </div>
  );
}
