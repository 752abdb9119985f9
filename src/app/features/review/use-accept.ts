import { reviewModeMessages } from '../../messages/review-mode-messages';
import { similarMessages as words } from '../../messages/similar-messages';
import type { Command } from '../../shared/commands/command';
import { lineName } from '../../shared/images/image-words';
import { useActions } from '../../state/app-store';
import type { AlikeGroup } from './alike-group';

/** Gives the suggested name to all images of a group that nobody has named, as one act; the chosen ones are something else. */
export function useAccept(
  group: AlikeGroup | null,
  chosen: ReadonlySet<string>,
  onSaid: (filepaths: readonly string[]) => void,
): Command | null {
  const actions = useActions();
  if (group?.suggested == null) return null;
  const { label } = group.suggested;
  const filepaths = group.left.filter((filepath) => !chosen.has(filepath));
  const name = lineName(label);
  return {
    id: 'species-accept',
    label: filepaths.length === 1 ? words.acceptOne(name) : words.accept(filepaths.length, name),
    group: reviewModeMessages.species.title,
    keys: ['G'],
    isEnabled: filepaths.length > 0,
    run: () => {
      void actions.review(filepaths, { kind: 'label', label });
      onSaid(filepaths);
    },
  };
}
