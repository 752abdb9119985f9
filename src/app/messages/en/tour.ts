import { formatNumber } from '../../shared/format/number-format';

/** The first look around: an invitation on the first screen, and five steps that say where things are. */
export const tour = {
  inviteTitle: 'New here?',
  invite: 'Five short steps show where things are. They can be left at any time.',
  start: 'Show me around',
  notNow: 'Not now',
  label: (step: number, of: number) => `Look around, step ${formatNumber(step)} of ${formatNumber(of)}`,
  back: 'Back',
  next: 'Next',
  skip: 'Skip the rest',
  finish: 'Done',
  steps: [
    {
      title: 'Your photos',
      text: 'Open the folder of a memory card, or drop it here. The photos stay where they are: nothing is copied and nothing is uploaded.',
    },
    {
      title: 'Twelve photos to try',
      text: 'The demo needs nothing of yours. It shows the whole way: a run, the gallery, review and export.',
    },
    {
      title: 'What does the work',
      text: 'A model package finds the animals and names them. Add one once; then it works without a network.',
    },
    {
      title: 'Nothing leaves',
      text: 'Every request that the app makes is written down. This says how many went to other addresses.',
    },
    {
      title: 'Everything by its name',
      text: 'Ctrl+K lists what can be done on a screen, ? shows all keys. In the gallery C confirms what the machine says, L gives another label, and every act can be undone.',
    },
  ],
} as const;
