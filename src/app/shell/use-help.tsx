import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../messages';
import type { Command } from '../shared/commands/command';
import { routes } from '../state/routes';
import { startTour } from '../state/tour';
import { commandsNow, useCommands } from '../shared/commands/use-commands';

const words = messages.commands;

// With the first thing that needs a dialog, not with the page.
const KeysDialog = lazy(() => import('./keys-dialog').then((m) => ({ default: m.KeysDialog })));
const CommandPalette = lazy(() => import('./command-palette').then((m) => ({ default: m.CommandPalette })));

export interface Help {
  readonly showKeys: () => void;
  readonly showCommands: () => void;
  readonly dialogs: ReactNode;
}

/** The list of keys, the list of commands, and the commands that every screen has. */
export function useHelp(screens: readonly { readonly to: string; readonly label: string }[]): Help {
  const [, navigate] = useLocation();
  const [shown, setShown] = useState<'keys' | 'commands' | null>(null);
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const showKeys = () => setShown('keys');
  const showCommands = () => {
    setCommands(commandsNow().filter(({ id }) => id !== 'commands'));
    setShown('commands');
  };
  // It speaks of the first screen.
  const showAround = () => {
    navigate(routes.home);
    startTour();
  };
  useCommands([
    ...screens.map(({ to, label }) => ({
      id: `go-${to}`,
      label: words.goTo(label),
      group: words.groups.goTo,
      run: () => navigate(to),
    })),
    { id: 'tour', label: words.showAround, group: words.groups.help, run: showAround },
    { id: 'keys', label: words.showKeys, group: words.groups.help, keys: ['?'], run: showKeys },
    { id: 'commands', label: words.title, group: words.groups.help, keys: ['Ctrl+K'], run: showCommands },
  ]);
  const close = () => setShown(null);
  const dialogs = shown !== null && (
    <Suspense fallback={null}>
      {shown === 'keys' ? (
        <KeysDialog isOpen onClose={close} />
      ) : (
        <CommandPalette commands={commands} onClose={close} />
      )}
    </Suspense>
  );
  return { showKeys, showCommands, dialogs };
}
