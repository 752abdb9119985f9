/** The choice between the stored and the fast form of networks, on the settings screen. */
export const fastNetworks = {
  label: 'Run networks in a faster form',
  hint: 'On the processor, convolutions are computed with fewer multiplications. Before each run the results are compared with those of the stored network; when they differ by more than rounding, the stored form runs.',
};
