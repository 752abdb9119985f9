/**
 * True when a word, with at most one letter missing, too many, another, or swapped with its neighbour, begins another word.
 * Compares UTF-16 units.
 */
export function isNearPrefix(word: string, other: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  if (same === word.length) return true;
  // One change that helps can always be made at the first difference.
  const rest = word.slice(same + 1);
  return (
    other.startsWith(rest, same + 1) || // another letter
    other.startsWith(rest, same) || // one too many
    other.startsWith(word.slice(same), same + 1) || // one missing
    (same + 1 < word.length && other.startsWith(word[same + 1]! + word[same]! + word.slice(same + 2), same))
  );
}
