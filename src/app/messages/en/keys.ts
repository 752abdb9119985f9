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
  {
    title: 'Run',
    keys: [{ combinations: ['Space'], does: 'Start, pause, continue' }],
  },
  {
    title: 'Gallery',
    keys: [
      { combinations: ['←', '→', '↑', '↓'], does: 'Move between images' },
      { combinations: ['Page Up', 'Page Down'], does: 'Move by a screen' },
      { combinations: ['Home', 'End'], does: 'First image, last image' },
      { combinations: ['Enter', 'O'], does: 'Open the image' },
      { combinations: ['Enter', '←', '→'], does: 'On a group: open it, close it' },
      { combinations: ['+', '-'], does: 'Larger tiles, smaller tiles' },
    ],
  },
  {
    title: 'Image',
    keys: [
      { combinations: ['←', '→'], does: 'Previous image, next image' },
      { combinations: ['+', '-'], does: 'Zoom in, zoom out' },
      { combinations: ['0'], does: 'Fit the photo to the window' },
      { combinations: ['Z'], does: 'One to one' },
      { combinations: ['H'], does: 'Hide boxes, show boxes' },
      { combinations: ['[', ']'], does: 'Previous event, next event' },
      { combinations: ['Esc'], does: 'Back to the gallery' },
    ],
  },
  {
    title: 'Repeat detections',
    keys: [
      { combinations: ['←', '→', '↑', '↓'], does: 'Move between stacks' },
      { combinations: ['R', 'X'], does: 'Reject the stack' },
      { combinations: ['K'], does: 'Keep the stack' },
      { combinations: ['U'], does: 'Undecide the stack' },
      { combinations: ['Enter'], does: 'Open the stack' },
      { combinations: ['Ctrl+Z', 'Ctrl+Shift+Z'], does: 'Undo, redo verdicts' },
    ],
  },
];

export const keys = {
  title: 'Keyboard',
  intro: 'Letters and digits act only when no text field has the focus.',
  groups,
} as const;
