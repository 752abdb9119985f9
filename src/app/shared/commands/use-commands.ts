import { useEffect, useEffectEvent } from 'react';
import { isTakenBy } from '../use-screen-keys';
import { commandFor, type Command } from './command';

/** Parts of the page that are shown, in the order in which they came. */
const sources = new Set<() => readonly Command[]>();

/** What can be done right now, for the list of commands: what came last, the screen, comes first. */
export const commandsNow = (): readonly Command[] => [...sources].toReversed().flatMap((read) => read());

/** Commands of what is shown: their keys work, and the list of commands has them, for as long as it is shown. */
export function useCommands(commands: readonly Command[]): void {
  const read = useEffectEvent(() => commands);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTakenBy(event.target, event.key)) return;
    const command = commandFor(event, commands);
    if (command === null) return;
    event.preventDefault();
    command.run();
  });
  useEffect(() => {
    const source = () => read();
    const listener = (event: KeyboardEvent) => onKey(event);
    sources.add(source);
    document.addEventListener('keydown', listener);
    return () => {
      sources.delete(source);
      document.removeEventListener('keydown', listener);
    };
  }, []);
}
