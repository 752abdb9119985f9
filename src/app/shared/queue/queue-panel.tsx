import { ListOrdered } from 'lucide-react';
import { queueMessages as words } from '../../messages/queue-messages';
import { Panel } from '../panel';
import { QueueList } from './queue-list';

/** The queue among the surveys. */
export function QueuePanel() {
  return (
    <Panel title={words.title} icon={ListOrdered}>
      <QueueList />
    </Panel>
  );
}
