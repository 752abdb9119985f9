import { ImageOff } from 'lucide-react';
import type { ImageProblemCode } from '../../../domain/failure';
import { messages } from '../../messages';
import { Icon } from '../icon';
import styles from './unread-photo.module.css';

/** On a stage, in place of a photo that could not be read: the same words as in its tile. */
export function UnreadPhoto({ problem }: { readonly problem: ImageProblemCode | null }) {
  const { kinds, problems } = messages.images;
  return (
    <div className={styles.unread}>
      <Icon of={ImageOff} size={26} />
      <strong>{kinds.failed}</strong>
      {problem !== null && <span>{problems[problem].short}</span>}
    </div>
  );
}
