/** Where images stand: the same object for as long as the same paths stand in the same order. */
export interface ImagePlaces {
  /** By path; null until somebody asks. */
  numbers: ReadonlyMap<string, number> | null;
}

export interface PlacedImages {
  readonly images: readonly { readonly filepath: string }[];
  readonly places: ImagePlaces;
}

/**
 * The number of the image with this path; undefined when there is none. The paths are looked through at the first question: the first list
 * of 200,000 images is there sooner without. What is kept holds no image, because the images become others and stay where they are.
 */
export function numberOf({ images, places }: PlacedImages, filepath: string): number | undefined {
  places.numbers ??= new Map(images.map((image, number) => [image.filepath, number]));
  return places.numbers.get(filepath);
}
