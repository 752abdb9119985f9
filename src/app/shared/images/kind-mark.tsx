import { CircleDashed, OctagonAlert } from 'lucide-react';
import { CategoryMark } from '../category-mark';
import { Icon } from '../icon';
import type { ImageKind } from './image-answer';

/** The category's own mark, or the sign for a photo that could not be read or is not done. The words stand beside it. */
export function KindMark({ kind, size = 16 }: { readonly kind: ImageKind; readonly size?: 14 | 16 | 20 }) {
  if (kind === 'failed') return <Icon of={OctagonAlert} size={size} />;
  if (kind === 'waiting') return <Icon of={CircleDashed} size={size} />;
  return <CategoryMark category={kind} size={size} />;
}
