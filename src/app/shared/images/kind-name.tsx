import type { ReactNode } from 'react';
import type { ImageKind } from './image-answer';
import styles from './kind-name.module.css';
import { KindMark } from './kind-mark';

/** A name after the mark of its kind, in a line of text. */
export function KindName({ kind, children }: { readonly kind: ImageKind; readonly children: ReactNode }) {
  return (
    <span className={styles.name}>
      <KindMark kind={kind} size={14} />
      {children}
    </span>
  );
}
