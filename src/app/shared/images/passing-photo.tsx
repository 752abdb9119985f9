import { useEffect, useRef } from 'react';
import styles from './photo-cell.module.css';

/** Pixels across at least: the window may be made larger before the picture has gone. */
const LEAST_WIDTH = 360;

/**
 * A small picture that soon makes room for others. What an `img` showed the browser keeps decoded for some hundred megabytes
 * (measured: docs/performance.md, long runs); what is drawn here goes with its tile.
 */
export function PassingPhoto({ url }: { readonly url: string }) {
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = element.current!;
    let isWanted = true;
    void readBitmap(url, canvas.clientWidth * devicePixelRatio).then((bitmap) => {
      if (bitmap === null) return;
      if (isWanted) draw(canvas, bitmap);
      bitmap.close();
    });
    return () => {
      isWanted = false;
      canvas.width = 0; // its memory would stay until the element is cleared away
    };
  }, [url]);
  return <canvas ref={element} className={styles.photo} />;
}

/** Null when the picture is gone or none: the cell stays empty, as it does with an `img`. */
async function readBitmap(url: string, width: number): Promise<ImageBitmap | null> {
  try {
    const picture = await (await fetch(url)).blob();
    return await createImageBitmap(picture, {
      resizeWidth: Math.max(LEAST_WIDTH, Math.round(width)),
      resizeQuality: 'medium',
    });
  } catch {
    return null;
  }
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
}
