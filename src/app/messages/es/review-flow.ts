import { formatNumber } from '../../shared/format/number-format';
import type { reviewFlow as english } from '../en/review-flow';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const frames = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;
const chosen = (count: number) => pluralEs(count, { one: 'elegida', other: 'elegidas' });

/** Acts on what belongs together, and labels that are near at hand. */
export const reviewFlow: SameWords<typeof english> = {
  confirmEvent: 'Confirmar lo que queda del evento y seguir',
  confirmEventShort: (count) => `Evento, ${images(count)}`,
  confirmGroup: 'Confirmar lo que queda del grupo y seguir',
  confirmGroupNamed: (name) => `Confirmar lo que queda de ${name}`,
  digits: 'Etiquetas en las cifras',
  inEvent: 'En este evento',
  frequent: 'Frecuentes en este muestreo',
  event: {
    choose: (index) => `Elegir la foto ${formatNumber(index)}`,
    chooseCurrent: 'Elegir la foto que se ve, o dejarla fuera',
    chosen: (count) => `${frames(count)} ${chosen(count)}: las etiquetas van solo ahí`,
    label: (count) => `Etiquetar ${frames(count)} ${chosen(count)}`,
    mark: (name, count) => `${frames(count)} ${chosen(count)}: ${name}`,
    clear: 'No elegir ninguna foto',
  },
  species: {
    now: (done, name, left) =>
      `Todas las imágenes llamadas ${done} están revisadas. Ahora ${name}: quedan ${images(left)}.`,
  },
};
