/** The choice between the stored and the fast form of networks, on the settings screen. */
export const fastNetworks = {
  label: 'Run networks in a faster form',
  hint: 'On the processor, convolutions are computed with fewer multiplications. Before each run the results are compared with those of the stored network; when they differ by more than rounding, the stored form runs. With MegaDetector v5 and SpeciesNet about 1.4 times as fast; opening the networks needs 1.4 GB more memory, and scores differ in the fifth or sixth digit.',
};
