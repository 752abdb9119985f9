import { ListOrdered } from 'lucide-react';
import { queueMessages as words } from '../../messages/queue-messages';
import { Tag } from '../tag';

/** Beside the name of a survey that waits. */
export function QueueTag({ place }: { readonly place: number }) {
  return <Tag icon={ListOrdered}>{words.place(place)}</Tag>;
}
