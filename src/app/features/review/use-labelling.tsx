import { useState, type ReactNode, type RefObject } from 'react';
import { messages } from '../../messages';
import type { Command } from '../../shared/commands/command';
import { lineName } from '../../shared/images/image-words';
import { LabelPicker } from '../../shared/labels/label-picker';
import { MARKS } from '../../shared/review/review-commands';
import { useDigitLabels } from '../../shared/review/use-digit-labels';

export type MarkName = (typeof MARKS)[number]['id'];

export interface LabellingOptions {
  readonly group: string;
  readonly isEnabled: boolean;
  /** The label line that stands; null = none. */
  readonly current: string | null;
  /** What giving any label, and this one, is called here. */
  readonly chooseWords: string;
  readonly markWords: (mark: MarkName) => string;
  readonly onLabel: (label: string) => void;
  /** Paths of the images that get the label: what else is in their events is offered first. */
  readonly images?: readonly string[] | undefined;
  /** Gets the focus back from the picker, where what had it goes away with its label. */
  readonly home?: RefObject<HTMLElement | null>;
}

export interface Labelling {
  readonly choose: Command;
  readonly marks: Readonly<Record<MarkName, Command>>;
  /** The label of each digit from 1, null = none; and what gives it. */
  readonly digits: readonly (string | null)[];
  readonly give: (label: string) => void;
  /** All of them, with those of the digits. */
  readonly commands: readonly Command[];
  /** To be put anywhere on the screen. */
  readonly dialog: ReactNode;
}

/** Giving a label to what a screen is about: with the keys that it has everywhere, or with any label that there is. */
export function useLabelling(options: LabellingOptions): Labelling {
  const { group, isEnabled, current, chooseWords, markWords, onLabel, images, home } = options;
  const digits = useDigitLabels();
  /** What had the focus when the picker was opened; null = it is closed. */
  const [opener, setOpener] = useState<Element | null>(null);
  const give = (label: string) => {
    digits.noteUse(label);
    onLabel(label);
  };
  const command = (id: string, label: string, key: string, run: () => void): Command => ({
    id: `give-${id}`,
    label,
    group,
    keys: [key],
    isEnabled,
    run,
  });
  const choose = command('label', chooseWords, 'L', () => setOpener(document.activeElement ?? document.body));
  const marks = Object.fromEntries(
    MARKS.map(({ id, label, key }) => [id, command(id, markWords(id), key, () => give(label))]),
  ) as Record<MarkName, Command>;
  const onDigits = digits.labels.flatMap((label, index) => {
    const digit = `${index + 1}`;
    if (label === null) return [];
    return [command(`digit-${digit}`, messages.review.acts.mark(lineName(label)), digit, () => give(label))];
  });
  // A picker that was opened by a key alone leaves the focus nowhere: keys go on working.
  const finalFocus = () => {
    const target = home?.current ?? opener;
    return target instanceof HTMLElement && target !== document.body ? target : false;
  };
  return {
    choose,
    marks,
    digits: digits.labels,
    give,
    commands: [choose, ...Object.values(marks), ...onDigits],
    dialog: opener !== null && (
      <LabelPicker
        current={current}
        images={images}
        onChoose={give}
        onClose={() => setOpener(null)}
        finalFocus={finalFocus}
      />
    ),
  };
}
