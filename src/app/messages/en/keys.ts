export interface KeyGroup {
  readonly title: string;
  /** `Ctrl+K` is two caps; several combinations do the same. */
  readonly keys: readonly { readonly combinations: readonly string[]; readonly does: string }[];
}

/** The keys that do something today. Whoever adds a key adds its line here. */
const groups: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      { combinations: ['Tab', 'Shift+Tab'], does: 'Next control, previous control' },
      { combinations: ['Enter', 'Space'], does: 'Press the control with the focus' },
      { combinations: ['Esc'], does: 'Close what is open' },
      { combinations: ['?'], does: 'This list' },
    ],
  },
];

export const keys = {
  title: 'Keyboard',
  intro: 'Letters and digits act only when no text field has the focus.',
  groups,
} as const;
