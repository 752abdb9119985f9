import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { messages } from '../messages';
import type { Command } from '../shared/commands/command';
import dialog from '../shared/dialog.module.css';
import { Icon } from '../shared/icon';
import { Keys } from '../shared/keys';
import { matchesWords } from '../shared/matches-words';
import popup from '../shared/popup.module.css';
import text from '../shared/text.module.css';
import styles from './command-palette.module.css';

export interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

const words = messages.commands;

interface Group {
  readonly value: string;
  readonly items: readonly Command[];
}

/** Everything that can be done on the screen now, found by its words. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const groups = useMemo(() => inGroups(commands.filter(({ isEnabled }) => isEnabled !== false)), [commands]);
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={dialog.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup className={styles.popup}>
            <Base.Title className={text.visuallyHidden}>{words.title}</Base.Title>
            <Autocomplete.Root
              open
              inline
              items={groups}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(command: Command) => command.label}
              filter={(command: Command, query) => matchesWords(`${command.label} ${command.group}`, query)}
            >
              <label className={styles.search}>
                <Icon of={Search} />
                <Autocomplete.Input
                  className={styles.input}
                  aria-label={words.search}
                  placeholder={words.placeholder}
                />
              </label>
              <Autocomplete.Empty className={popup.empty}>{words.none}</Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(group: Group) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className={styles.group}>{group.value}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => (
                        <Autocomplete.Item
                          key={command.id}
                          value={command}
                          className={popup.item}
                          onClick={() => {
                            onClose();
                            command.run();
                          }}
                        >
                          <span className={popup.itemText}>{command.label}</span>
                          {command.keys?.[0] !== undefined && <Keys combination={command.keys[0]} />}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function inGroups(commands: readonly Command[]): readonly Group[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const found = groups.get(command.group);
    if (found === undefined) groups.set(command.group, [command]);
    else found.push(command);
  }
  return [...groups].map(([value, items]) => ({ value, items }));
}
