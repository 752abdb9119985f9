import { formatNumber } from '../../shared/format/number-format';
import type { licences as english } from '../en/licences';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const packages = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'paquete', other: 'paquetes' })}`;

/** What others made and Understory ships. */
export const licences: SameWords<typeof english> = {
  show: 'Programas y tipos de letra de terceros, con todos los textos de licencia',
  intro:
    'Reunido al construir esta versión: lo que hay en la página, en sus procesos auxiliares y en la parte que la hace funcionar sin conexión. También está aquí sin red.',
  find: 'Buscar un nombre o una licencia',
  count: (shown, all) => (shown === all ? packages(all) : `${formatNumber(shown)} de ${packages(all)}`),
  none: 'Ningún nombre ni licencia contiene estas palabras.',
  textOf: (name) => `Texto de la licencia de ${name}`,
  unreadable:
    'No se pudo leer la lista. Es el archivo licences.json que acompaña a esta página: recargue, o pregunte a quien aloja la aplicación. Sus muestreos no se ven afectados.',
};
