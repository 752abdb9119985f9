import { ListOrdered } from 'lucide-react';
import { useLocation } from 'wouter';
import { queueMessages as words } from '../messages/queue-messages';
import { Button, LinkButton } from '../shared/button';
import type { Command } from '../shared/commands/command';
import { useCommands } from '../shared/commands/use-commands';
import { Icon } from '../shared/icon';
import type { AppState } from '../state/app-state';
import { useActions, useAppState } from '../state/app-store';
import { mustWait, placeInQueue, queueStanding } from '../state/queue-view';
import { routes } from '../state/routes';
import styles from './notices.module.css';

/**
 * Across the top when the queue needs somebody: it rests, or all is done. The region is there before the words come, so that they
 * are read out. Its commands are there as long as there is a queue, or a run to wait for.
 */
export function QueueNotice() {
  const queue = useAppState((state) => state.queue);
  const standing = useAppState(queueStanding);
  const actions = useActions();
  const [place] = useLocation();
  useQueueCommands();
  const isResting = standing === 'resting';
  const isShown = isResting || standing === 'over';
  return (
    <div role="status" className={isShown ? styles.update : undefined}>
      {isShown && (
        <>
          <Icon of={ListOrdered} />
          <p className={styles.words}>{isResting ? restingWords(queue) : overWords(queue)}</p>
          {place !== routes.home && (
            <LinkButton size="small" to={routes.home}>
              {words.show}
            </LinkButton>
          )}
          {isResting ? (
            <Button size="small" onClick={() => void actions.continueQueue()}>
              {words.goOn}
            </Button>
          ) : (
            <Button size="small" onClick={() => void actions.dismissQueue()}>
              {words.dismiss}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function restingWords({ current, waiting, isHeld }: AppState['queue']): string {
  const count = waiting.length + (current === null ? 0 : 1);
  return `${words.resting(count)} ${isHeld ? words.held : words.away}`;
}

function overWords({ ended }: AppState['queue']): string {
  const left = ended.filter(({ reason }) => reason !== null).length;
  const done = ended.length - left;
  return left === 0 ? words.over(done) : words.overWithLeft(done, left);
}

/** What can be done with the queue now, for the list of commands. */
function useQueueCommands(): void {
  const standing = useAppState(queueStanding);
  const open = useAppState((state) => state.open?.survey ?? null);
  const isWaiting = useAppState((state) => open !== null && placeInQueue(state, open.id) !== null);
  const canAdd = useAppState((state) => open !== null && !isWaiting && mustWait(state, open.id));
  const isFirst = useAppState((state) => open !== null && placeInQueue(state, open.id) === 1);
  const isReady = useAppState(
    ({ open: now }) => now !== null && now.modelPackage !== null && now.folder.step === 'connected',
  );
  const actions = useActions();
  const [, navigate] = useLocation();
  const command = (id: string, label: string, isEnabled: boolean, run: () => void): Command => ({
    ...{ id, label, isEnabled, run },
    group: words.title,
  });
  const id = open?.id ?? '';
  const name = open?.name ?? '';
  useCommands(
    [
      command('queue-add', words.addOne(name), canAdd && isReady, () => void actions.startRun()),
      command('queue-up', words.moveUp(name), isWaiting && !isFirst, () => void actions.moveUpInQueue(id)),
      command('queue-remove', words.removeOne(name), isWaiting, () => void actions.removeFromQueue(id)),
      command('queue-continue', words.goOn, standing === 'resting', () => void actions.continueQueue()),
      command('queue-show', words.show, standing !== 'none', () => navigate(routes.home)),
    ].filter(({ isEnabled }) => isEnabled),
  );
}
