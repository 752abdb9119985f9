/** What flows between layers: a tensor [batch, channels, height / stride, width / stride]. */
export interface FeatureMap {
  /** Its name in the graph. */
  readonly name: string;
  readonly channels: number;
  /** Pixels of the network's input for each of its cells, in both directions. */
  readonly stride: number;
}
