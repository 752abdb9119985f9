// speciesnet 5.0.4, constants.Classification. Compared as whole strings, uuid included.

/** Nothing in the image. */
export const BLANK = 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6;;;;;;blank';

/** Some animal. Not a class of the classifier: the result of roll-ups and of the detector. */
export const ANIMAL = '1f689929-883d-4dae-958c-3d57ab5b6c16;;;;;;animal';

/** A person. */
export const HUMAN = '990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human';

/** A vehicle. */
export const VEHICLE = 'e2895ed5-780b-48f6-8a11-9e27cb594511;;;;;;vehicle';

/** No conclusion is possible. Not a class of the classifier. */
export const UNKNOWN =
  'f2efdae9-efb8-48fb-8a91-eccf79ab4ffb;no cv result;no cv result;no cv result;no cv result;no cv result;no cv result';

/** True for every class of the classifier that means an animal: all but blank, human and vehicle. */
export function isAnimalClass(label: string): boolean {
  return label !== BLANK && label !== HUMAN && label !== VEHICLE;
}
