/**
 * True when both are the same to the last bit, down to every number (-0 is not 0), every absent field and the order of the fields:
 * a file that is written from them has the same bytes. For plain data.
 */
export function isSameFact(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  const otherNames = Object.keys(other);
  if (names.length !== otherNames.length) return false;
  return names.every(
    (name, place) =>
      name === otherNames[place] &&
      isSameFact((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}
