interface Named {
  readonly filepath: string;
}

/** Where an image stands in a list, and what is beside it. */
export interface PlaceInOrder {
  readonly index: number;
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly list: readonly Named[];
}

/** In `shown`, or in `all` when it is not among what is shown. */
export function placeInOrder(filepath: string, shown: readonly Named[], all: readonly Named[]): PlaceInOrder {
  const inShown = shown.findIndex((image) => image.filepath === filepath);
  const list = inShown === -1 ? all : shown;
  const index = inShown === -1 ? all.findIndex((image) => image.filepath === filepath) : inShown;
  return {
    index,
    count: list.length,
    previous: list[index - 1]?.filepath ?? null,
    next: list[index + 1]?.filepath ?? null,
    list,
  };
}
