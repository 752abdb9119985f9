import { formatNumber } from '../../shared/format/number-format';
import type { reviewFlow as english } from '../en/review-flow';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const frames = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'toma', other: 'tomas' })}`;
const chosen = (count: number) => `${frames(count)} ${pluralEs(count, { one: 'elegida', other: 'elegidas' })}`;

/** Acts on what belongs together, and labels that are near at hand. */
export const reviewFlow: SameWords<typeof english> = {
  confirmEvent: 'Confirmar el resto del evento y seguir',
  confirmEventShort: (count) => `Evento, ${images(count)}`,
  confirmGroup: 'Confirmar el resto del grupo y seguir',
  confirmGroupNamed: (name) => `Confirmar lo que queda de ${name}`,
  digits: 'Etiquetas en las cifras',
  inEvent: 'En este evento',
  frequent: 'Frecuentes en este muestreo',
  event: {
    choose: (index) => `Elegir la toma ${formatNumber(index)}`,
    chooseCurrent: 'Elegir la toma mostrada, o dejarla fuera',
    chosen: (count) => `${chosen(count)}: las etiquetas van a ${pluralEs(count, { one: 'ella', other: 'ellas' })}`,
    label: (count) => `Etiquetar ${pluralEs(count, { one: 'la', other: 'las' })} ${chosen(count)}`,
    mark: (name, count) => `${chosen(count)}: ${name}`,
    clear: 'No elegir ninguna toma',
  },
  species: {
    now: (done, name, left) =>
      `Todas las imágenes llamadas ${done} están revisadas. Ahora ${name}: ${pluralEs(left, { one: 'queda', other: 'quedan' })} ${images(left)}.`,
  },
};
