import { formatNumber } from '../../shared/format/number-format';
import type { similar as english } from '../en/similar';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const crops = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'recorte', other: 'recortes' })}`;
const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;

/** Likeness of crops: groups of alike ones, and "more like this". */
export const similar: SameWords<typeof english> = {
  basis: {
    embedding: 'Parecidos a ojos del clasificador: por lo que ve antes de dar un nombre.',
    scores: 'Parecidos por los nombres que el clasificador consideró; no guarda otra medida del parecido.',
  },
  group: 'Recortes parecidos',
  inGroup: (left, all) =>
    left === all
      ? `${crops(all)} se ${pluralEs(all, { one: 'parece', other: 'parecen' })}`
      : `${crops(all)} se ${pluralEs(all, { one: 'parece', other: 'parecen' })}, ${formatNumber(left)} sin revisar`,
  support: (count, reviewed, name) =>
    `${formatNumber(count)} de ${formatNumber(reviewed)} ${pluralEs(reviewed, { one: 'recorte parecido', other: 'recortes parecidos' })} a los que dio nombre: ${name}`,
  noSupport: 'Ninguno tiene nombre todavía. Dé nombre a uno o dos, y aquí se propone uno para los demás.',
  accept: (count, name) => `Nombrar ${images(count)} de este grupo: ${name}`,
  acceptOne: (name) => `Nombrar esta imagen: ${name}`,
  marked: 'en el primer grupo de recortes parecidos',
  more: 'Más como este',
  moreOf: (fileName) => `Más como el recorte de ${fileName}`,
  searching: 'Buscando en el muestreo',
  none: 'Nada en este muestreo se le parece.',
  found: (count) => `Los ${crops(count)} de otras imágenes que más se le parecen, primero los más parecidos.`,
  likeness: (percent) => `parecido ${percent}`,
  close: 'Cerrar',
};
