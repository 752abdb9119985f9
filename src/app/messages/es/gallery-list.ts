import { formatScore } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import type { galleryList as english } from '../en/gallery-list';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => pluralEs(count, { one: '1 imagen', other: `${formatNumber(count)} imágenes` });
const animals = (count: number) => pluralEs(count, { one: '1 animal', other: `${formatNumber(count)} animales` });

/** How the gallery's list is laid out: tiles, groups, and what their headers say. */
export const galleryList: SameWords<typeof english> = {
  tiles: 'Mosaico',
  tileKinds: {
    images: 'Imágenes',
    crops: 'Animales',
    events: 'Eventos',
  },
  grouping: 'Agrupar',
  groupings: {
    none: 'Sin grupos',
    event: 'Por evento',
    folder: 'Por carpeta',
    species: 'Por especie',
    day: 'Por día',
    hour: 'Por hora del día',
  },
  closeAll: 'Cerrar todos los grupos',
  openAll: 'Abrir todos los grupos',
  images,
  animals,
  imagesOfAnimals: (tiles, count) => `${animals(tiles)} en ${images(count)}`,
  noEvent: 'Sin evento',
  noTime: 'Sin hora',
  onlyThis: 'Mostrar solo esto',
  onlyThisNamed: (name) => `Mostrar solo ${name}`,
  event: (start, camera) => `${start}, ${camera}`,
  hour: (from, to) => `De ${from} a ${to}`,
  /** Opens or closes with Enter. */
  header: (name, count) => `${name}, ${count}`,
  more: (count) => `+${formatNumber(count)}`,
  moreOf: (count) => `Mostrar todo este evento: ${images(count)} más`,
  nameTimes: (name, count) => (count > 1 ? `${name} ×${formatNumber(count)}` : name),
  noCrops: `Ninguna de estas imágenes tiene un animal en una caja de ${formatScore(0.2)} o más.`,
  noCropsTitle: 'No hay animales que mostrar',
  showImages: 'Mostrar las imágenes',
  animal: (number, of) => `animal ${formatNumber(number)} de ${formatNumber(of)}`,
  working: 'Calculando',
  larger: 'Fotos más grandes',
  smaller: 'Fotos más pequeñas',
};
