import type { ModelPackage } from '../../../domain/model-package';
import { speedMessages as text } from '../../messages/speed-messages';
import { smallerSidesOf } from '../../state/fast-candidate';
import type { FastWish } from '../../state/fast-making';
import { otherDetectors } from '../../state/package-completion';
import type { RadioCard } from '../radio-cards';

/** A way to a fast detector, as a card. */
export interface WishCard {
  readonly wish: FastWish;
  readonly card: RadioCard<string>;
}

/** What this package's detector can be made faster by, the usual way first. */
export function wishCardsOf(modelPackage: ModelPackage, packages: readonly ModelPackage[]): readonly WishCard[] {
  const { detector } = modelPackage;
  if (detector === null) return [];
  const { int8, smaller, other } = text.ways;
  const isDisabled = detector.inputType !== 'float32';
  return [
    {
      wish: { way: 'int8' },
      card: { value: 'int8', title: int8.name, text: isDisabled ? int8.notOfHalves : int8.says, isDisabled },
    },
    ...smallerSidesOf(detector).map((longSide) => {
      const { name, says } = smaller(longSide);
      return {
        wish: { way: 'smaller-input', longSide } as const,
        card: { value: `${longSide}`, title: name, text: says },
      };
    }),
    ...otherDetectors(modelPackage, packages).map(({ id, name }) => {
      const words = other(name);
      const wish = { way: 'other-detector', packageId: id } as const;
      return { wish, card: { value: id, title: words.name, text: words.says } };
    }),
  ];
}
