import { formatNumber } from '../../shared/format/number-format';
import type { queue as english } from '../en/queue';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const surveys = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'muestreo', other: 'muestreos' })}`;
const photos = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;

/** Surveys that are analysed one after the other. */
export const queue: SameWords<typeof english> = {
  title: 'Cola',
  add: 'Añadir a la cola',
  addOne: (name) => `Añadir ${name} a la cola`,
  remove: 'Quitar de la cola',
  removeOne: (name) => `Quitar ${name} de la cola`,
  moveUp: (name) => `Adelantar ${name}`,
  place: (place) => `En la cola, puesto ${formatNumber(place)}`,
  waits: (place, total) =>
    `Puesto ${formatNumber(place)} de ${formatNumber(total)} en la cola. Este muestreo empieza solo cuando le toca, sea lo que sea que se vea en la pantalla.`,
  mustWait: (name) => `Se está analizando ${name}. Este muestreo puede esperar su turno en la cola.`,
  mustWaitElsewhere: 'Otra pestaña está analizando un muestreo. Este puede esperar su turno en la cola.',
  running: 'se está analizando',
  cutOff: 'interrumpido, sigue primero',
  next: 'siguiente',
  number: (place) => `número ${formatNumber(place)}`,
  finished: (done, failed) =>
    failed === 0
      ? `${photos(done)} ${pluralEs(done, { one: 'lista', other: 'listas' })}`
      : `${photos(done)} ${pluralEs(done, { one: 'lista', other: 'listas' })}, ${formatNumber(failed)} no se ${pluralEs(failed, { one: 'pudo', other: 'pudieron' })} leer`,
  left: (reason) => `apartado: ${reason}`,
  elsewhere: 'Otra pestaña trabaja con esta cola; lo que cambia allí se muestra aquí.',
  pill: (run, count) => `${run}, ${formatNumber(count)} en la cola`,
  resting: (count) => `${surveys(count)} ${pluralEs(count, { one: 'espera', other: 'esperan' })} en la cola.`,
  held: 'Se detuvo la ejecución, así que nada empieza solo.',
  away: 'La pestaña o el equipo se cerró. El navegador puede preguntar antes de volver a leer las carpetas.',
  goOn: 'Continuar la cola',
  over: (done) =>
    `La cola ha terminado: ${surveys(done)} ${pluralEs(done, { one: 'analizado', other: 'analizados' })}.`,
  overWithLeft: (done, left) =>
    `La cola ha terminado: ${surveys(done)} ${pluralEs(done, { one: 'analizado', other: 'analizados' })}, ${formatNumber(left)} ${pluralEs(left, { one: 'apartado', other: 'apartados' })}. La primera pantalla dice por qué.`,
  show: 'Mostrar la cola',
  dismiss: 'Cerrar',
};
