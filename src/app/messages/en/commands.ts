/** The list of everything that can be done on the screen. */
export const commands = {
  title: 'Commands',
  search: 'Search commands',
  placeholder: 'Type what you want to do',
  none: 'No command has these words.',
  open: 'Commands',
  groups: { goTo: 'Go to', help: 'Help' },
  goTo: (screen: string) => `Go to ${screen}`,
  showKeys: 'Show all keys',
  showAround: 'Show me around',
} as const;
