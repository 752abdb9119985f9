import { ParseError } from '../parse-error';
import type { MdClassification, MdDetection, MdResults } from './md-results';

/** How classes of one file are called in another. */
export interface ClassMapping {
  /** The other file's class tables with what was added; nothing when neither has one. */
  readonly tables: Pick<MdResults, 'classification_categories' | 'classification_category_descriptions'>;
  /** A box with the other file's ids. Ids that are in no table stay. */
  readonly apply: (box: MdDetection) => MdDetection;
}

/**
 * Joins the classes of `source` to those of `target` by name (megadetector 10.0.24, merge_detections): a name that the target
 * lacks gets the number after its highest, and the source's description when both have descriptions.
 * Throws a ParseError that starts with `where` when only one of both has classes.
 */
export function mapClasses(target: MdResults, source: MdResults, where: string): ClassMapping {
  const { classification_categories: names, classification_category_descriptions: descriptions } = target;
  const { classification_categories: sourceNames, classification_category_descriptions: sourceDescriptions } = source;
  if ((names === undefined) !== (sourceNames === undefined)) {
    throw new ParseError(`${where}: classification_categories`, 'in both files or in none', 'in one');
  }
  if (names === undefined || sourceNames === undefined) return { tables: {}, apply: (box) => box };
  const joined = { ...names };
  const joinedDescriptions = { ...descriptions };
  const idByName = new Map(Object.entries(names).map(([id, name]) => [name, id]));
  const idBySourceId = new Map<string, string>();
  let next = Object.keys(names).reduce((highest, id) => Math.max(highest, Number(id)), -1) + 1;
  for (const [sourceId, name] of Object.entries(sourceNames)) {
    const known = idByName.get(name);
    const id = known ?? String(next++);
    idBySourceId.set(sourceId, id);
    if (known !== undefined) continue;
    idByName.set(name, id);
    joined[id] = name;
    const description = sourceDescriptions?.[sourceId];
    if (description !== undefined) joinedDescriptions[id] = description;
  }
  const rename = (pairs: readonly MdClassification[]) =>
    pairs.map(([id, score]): MdClassification => [idBySourceId.get(id) ?? id, score]);
  return {
    tables: {
      classification_categories: joined,
      ...(descriptions !== undefined && { classification_category_descriptions: joinedDescriptions }),
    },
    apply: (box) => ({
      ...box,
      ...(box.classifications && { classifications: rename(box.classifications) }),
      ...(box.raw_classifications && { raw_classifications: rename(box.raw_classifications) }),
    }),
  };
}
