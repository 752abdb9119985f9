import { expectList, expectObject, expectText, ParseError } from './parse-error';

/** A package of others that is part of the built app. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says it, in the words of SPDX: `MIT`, `(MIT AND Zlib)`. */
  readonly licence: string;
  /** Licence and notices, whole; at least one. */
  readonly texts: readonly string[];
}

/** Where the built app has the list, beside its page. */
export const LICENCES_FILE = 'licences.json';

/** Reads the list that the build wrote: `{"packages": [...]}`. Throws ParseError: `packages[3].version: expected text, got number`. */
export function parseShippedPackages(json: unknown): readonly ShippedPackage[] {
  return expectList(expectObject(json, LICENCES_FILE)['packages'], 'packages').map((value, index) => {
    const where = `packages[${index}]`;
    const { name, version, licence, texts } = expectObject(value, where);
    const list = expectList(texts, `${where}.texts`);
    if (list.length === 0) throw new ParseError(`${where}.texts`, 'at least one text', 'none');
    return {
      name: expectText(name, `${where}.name`),
      version: expectText(version, `${where}.version`),
      licence: expectText(licence, `${where}.licence`),
      texts: list.map((text, at) => expectText(text, `${where}.texts[${at}]`)),
    };
  });
}
