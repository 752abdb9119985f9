import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

/** What others made and Understory ships. */
export const licences = {
  show: 'Software and typefaces of others, with all licence texts',
  intro:
    'Collected when this version was built: what is in the page, in its workers and in the part that makes it work offline. It is here without a network too.',
  find: 'Find a name or a licence',
  count: (shown: number, all: number) =>
    shown === all
      ? `${formatNumber(all)} ${plural(all, { one: 'package', other: 'packages' })}`
      : `${formatNumber(shown)} of ${formatNumber(all)} ${plural(all, { one: 'package', other: 'packages' })}`,
  none: 'No name and no licence has these words.',
  textOf: (name: string) => `Licence text of ${name}`,
  unreadable:
    'The list could not be read. It is the file licences.json beside this page: reload, or ask whoever hosts the app. Your surveys are not concerned.',
} as const;
