import { formatNumber } from '../../shared/format/number-format';
import type { images as english } from '../en/images';
import type { SameWords } from '../same-words';
import { imageProblems } from './image-problems';
import { listEs } from './plural-es';

/** Words for one image, wherever it is shown: tile, filter, table, image view. */
export const images: SameWords<typeof english> = {
  kinds: {
    animal: 'Animal',
    human: 'Persona',
    vehicle: 'Vehículo',
    blank: 'Vacía',
    unknown: 'Desconocido',
    failed: 'No se pudo leer',
    waiting: 'Sin procesar',
  },
  /** Classes as people call them; others keep their Latin name. */
  classes: {
    mammalia: 'Mamíferos',
    aves: 'Aves',
    reptilia: 'Reptiles',
    amphibia: 'Anfibios',
    insecta: 'Insectos',
    arachnida: 'Arañas y escorpiones',
    malacostraca: 'Cangrejos y camarones',
    actinopterygii: 'Peces',
  },
  levels: {
    species: 'especie',
    genus: 'género',
    family: 'familia',
    order: 'orden',
    class: 'clase',
    kingdom: 'animal',
  },
  times: (count) => `×${formatNumber(count)}`,
  /** Further species in the same photo. */
  with: (names) => `con ${listEs(names)}`,
  conf: (score) => `confianza ${score}`,
  geofenced: 'La geocerca retuvo la primera opción',
  rolledUp: (level) => `Retroceso a ${level}`,
  /** Another name than the rules concluded, because the others of the photo or the event have it. */
  smoothed: (was) => `Suavizada; era ${was}`,
  noTime: 'sin hora',
  noLabel: 'Sin etiqueta',
  /** Why a photo could not be read: `short` in a tile, `full` in the image view. */
  problems: imageProblems,
};
