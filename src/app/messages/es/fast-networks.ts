import type { fastNetworks as english } from '../en/fast-networks';
import type { SameWords } from '../same-words';

/** The choice between the stored and the fast form of networks, on the settings screen. */
export const fastNetworks: SameWords<typeof english> = {
  label: 'Ejecutar las redes en una forma más rápida',
  hint: 'En el procesador, las convoluciones se calculan con menos multiplicaciones. Antes de cada ejecución los resultados se comparan con los de la red guardada; si difieren en algo más que el redondeo, se ejecuta la forma guardada. Con MegaDetector v5 y SpeciesNet es unas 1,4 veces más rápido; abrir las redes necesita 1,4 GB más de memoria y las puntuaciones difieren en la quinta o sexta cifra.',
};
