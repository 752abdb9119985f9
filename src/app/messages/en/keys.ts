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
      { combinations: ['Ctrl+K'], does: 'Everything that can be done here, by its name' },
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
    title: 'Selecting in the gallery',
    keys: [
      { combinations: ['Space', 'X'], does: 'Select the image' },
      { combinations: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], does: 'Select a range' },
      { combinations: ['Ctrl+A'], does: 'Select all images shown' },
      { combinations: ['G'], does: 'Select the whole event' },
      { combinations: ['Shift+G'], does: 'Select all with this label' },
      { combinations: ['Esc'], does: 'Clear the selection' },
    ],
  },
  {
    title: 'Review, wherever images are reviewed',
    keys: [
      { combinations: ['C'], does: 'Confirm what the machine says, and go on to the next that is not reviewed' },
      { combinations: ['Shift+C'], does: 'Confirm what is left of the group or of the event, and go on' },
      { combinations: ['L', 'Shift+L'], does: 'Change the label, add a species' },
      { combinations: ['1'], does: 'Favourite, recent or frequent label, up to 9' },
      { combinations: ['B', 'P', 'V'], does: 'Blank, person, vehicle' },
      { combinations: ['A', 'U'], does: 'Animal that is not identified, cannot tell' },
      { combinations: ['Shift+1'], does: 'Count, up to Shift+9' },
      { combinations: ['F', 'S', 'N'], does: 'Flag, star, note' },
      { combinations: ['E'], does: 'Edit the boxes of an image' },
      { combinations: ['Backspace', 'Delete'], does: 'Take the review back' },
      { combinations: ['Ctrl+Z'], does: 'Undo' },
      { combinations: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'Redo' },
    ],
  },
  {
    title: 'List of labels',
    keys: [
      { combinations: ['↑', '↓'], does: 'Move in the list' },
      { combinations: ['Enter'], does: 'Take the label that is marked, or add what was typed' },
      { combinations: ['1'], does: 'Take the label with this digit, while nothing is typed; up to 9' },
      { combinations: ['Ctrl+D'], does: 'Pin the label, or let it go' },
    ],
  },
  {
    title: 'Boxes that are edited',
    keys: [
      { combinations: ['←', '→', '↑', '↓'], does: 'Move the box' },
      { combinations: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], does: 'Make the box smaller, larger' },
      { combinations: ['Enter'], does: 'Give the box a label' },
      { combinations: ['/'], does: 'Split the box' },
      { combinations: ['Delete', 'Backspace'], does: 'Remove the box' },
      { combinations: ['E', 'Esc'], does: 'Finish' },
    ],
  },
  {
    title: 'Image: looking closely',
    keys: [
      { combinations: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], does: 'Move the zoomed photo' },
      { combinations: ['Shift+Z'], does: 'Keep zoom and place for the next photo' },
      { combinations: ['M'], does: 'Magnifier; held, for as long as it is held' },
      { combinations: ['Q', 'W'], does: 'Darker, brighter' },
      { combinations: ['Shift+Q', 'Shift+W'], does: 'Less contrast, more contrast' },
      { combinations: ['T', 'Shift+T'], does: 'Lift dark parts, lower dark parts' },
      { combinations: ['I'], does: 'Invert the picture' },
      { combinations: ['X'], does: 'Show the picture as it is' },
      { combinations: ['J'], does: 'Picture panel' },
      { combinations: ['D'], does: 'Difference to the photo before' },
      { combinations: [',', '.'], does: 'Previous photo, next photo of the event' },
      { combinations: ['K'], does: 'Play the event’s photos, pause' },
      { combinations: ['<', '>'], does: 'Play slower, play faster' },
      { combinations: ['R'], does: 'Film strip' },
    ],
  },
  {
    title: 'Ways to review',
    keys: [
      { combinations: ['←', '→'], does: 'Previous image or frame, next image or frame' },
      { combinations: ['B', 'N'], does: 'Blank check: nothing here' },
      { combinations: ['A', 'L', 'U'], does: 'Blank check: an animal, its name, cannot tell' },
      { combinations: ['C'], does: 'Confirm the event, or the boxes that are not chosen' },
      { combinations: ['G'], does: 'One species at a time: give alike crops the suggested name' },
      { combinations: ['[', ']'], does: 'Previous event, skip to the next' },
      { combinations: ['Space'], does: 'Choose the box, or the frame, that is something else' },
      { combinations: ['X'], does: 'Event by event: choose the frame. People first: flag, and go on' },
      { combinations: ['Esc'], does: 'Choose none' },
      { combinations: ['O'], does: 'Open the photo of the box' },
      { combinations: ['H'], does: 'Hide boxes, show boxes' },
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
