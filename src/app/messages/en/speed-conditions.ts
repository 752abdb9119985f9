import type { ConditionWords } from '../condition-words';

/** Fast detectors that can't be made or used. */
export const speedConditions = {
  'fast-detector-gone': (): ConditionWords => ({
    title: 'The survey’s speed is set to Fast, and its package has no fast detector now',
    meaning: 'Nothing was run: the reference detector never stands in for it unasked. Everything done is saved.',
    next: 'Make a fast detector in Set-up, or set the speed to Reference.',
    action: null,
  }),
  'second-look-waits': (): ConditionWords => ({
    title: 'Another survey is being run',
    meaning: 'One run goes on at a time, and the queue holds whole runs only. Nothing has changed.',
    next: 'Give the second look when that run has ended, or stop it first.',
    action: null,
  }),
  'quantise-unsupported': (): ConditionWords => ({
    title: 'No fast form with whole numbers can be made of this detector',
    meaning:
      'Its file holds something that is not rewritten here. Nothing was stored, and the detector works as before.',
    next: 'Try smaller pictures or another detector instead; Details names what it holds.',
    action: null,
  }),
} as const;
