import { formatNumber } from '../../shared/format/number-format';
import type { common as english } from '../en/common';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

export const common: SameWords<typeof english> = {
  appName: 'Understory',
  close: 'Cerrar',
  cancel: 'Cancelar',
  clear: 'Borrar',
  undo: 'Deshacer',
  save: 'Guardar',
  saving: 'Guardando',
  rename: 'Renombrar',
  remove: 'Quitar',
  delete: 'Eliminar',
  dismiss: 'Descartar',
  firstOf: (shown, all) => `Los primeros ${formatNumber(shown)} de ${formatNumber(all)}`,
  details: 'Detalles',
  copy: 'Copiar',
  copied: 'Copiado',
  copyDetails: 'Copiar detalles',
  showList: 'Mostrar la lista',
  loading: 'Cargando',
  demo: 'Demostración',
  more: (name) => `Más acciones para ${name}`,
  less: (name) => `Uno menos: ${name}`,
  moreOf: (name) => `Uno más: ${name}`,
  categories: { animal: 'Animal', human: 'Persona', vehicle: 'Vehículo', blank: 'Vacía', unknown: 'Desconocido' },
  photos: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`,
  images: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`,
  surveys: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'muestreo', other: 'muestreos' })}`,
  doneOf: (done, total) => `${formatNumber(done)} de ${formatNumber(total)}`,
};
