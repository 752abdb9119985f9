import type { ReviewActKind } from '../../../storage/review-store';
import { formatNumber } from '../../shared/format/number-format';
import type { review as english } from '../en/review';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => pluralEs(count, { one: '1 imagen', other: `${formatNumber(count)} imágenes` });

export const review: SameWords<typeof english> = {
  title: 'Revisión',
  group: 'Revisión',
  /** Acts, as they stand on buttons and in the list of commands. */
  acts: {
    confirm: 'Confirmar',
    confirmLong: 'Confirmar lo que dice la máquina',
    confirmShown: (count) =>
      pluralEs(count, {
        one: 'Confirmar la imagen mostrada como se propone',
        other: `Confirmar las ${images(count)} mostradas como se propone`,
      }),
    label: 'Cambiar etiqueta',
    add: 'Añadir una especie',
    blank: 'Vacía',
    animal: 'Animal sin identificar',
    human: 'Persona',
    vehicle: 'Vehículo',
    unknown: 'No se puede distinguir',
    mark: (name) => `Etiquetar como: ${name}`,
    flag: 'Marcar',
    unflag: 'Quitar marca',
    star: 'Destacar',
    unstar: 'No destacar',
    note: 'Nota',
    unreview: 'Retirar la revisión',
    count: (count) => `Cantidad ${formatNumber(count)}`,
    undo: 'Deshacer',
    redo: 'Rehacer',
  },
  /** What has been done, for the line that says it and for screen readers. */
  done: (deed, count) => `${DEEDS[deed]}: ${images(count)}`,
  undone: (deed, count) => `Deshecho, ${DEEDS[deed].toLowerCase()}: ${images(count)}`,
  redone: (deed, count) => `Rehecho, ${DEEDS[deed].toLowerCase()}: ${images(count)}`,
  selection: {
    region: 'Imágenes seleccionadas',
    count: (count) => pluralEs(count, { one: '1 imagen seleccionada', other: `${images(count)} seleccionadas` }),
    clear: 'Quitar la selección',
    select: (name) => `Seleccionar ${name}`,
    all: 'Seleccionar todas las imágenes mostradas',
    event: 'Seleccionar el evento entero',
    alike: 'Seleccionar todas las que tienen esta etiqueta',
    more: 'Más acciones',
    group: 'Seleccionar',
  },
  states: {
    none: 'Sin revisar',
    confirmed: 'Confirmada',
    changed: 'Cambiada',
    by: (state, name, when) => (name === '' ? `${state}, ${when}` : `${state} por ${name}, ${when}`),
  },
  marks: {
    confirmed: 'confirmada por una persona',
    changed: 'cambiada por una persona',
    flagged: 'marcada',
    starred: 'destacada',
    noted: 'con nota',
  },
  machineSays: (name) => `La máquina dice: ${name}`,
  suggested: 'Propuesta, nadie la ha confirmado',
  observation: (name) => `Lo que se puede decir de ${name}`,
  remove: (name) => `Quitar ${name}`,
  change: (name) => `Cambiar la etiqueta ${name}`,
  count: 'Cantidad',
  sex: 'Sexo',
  sexes: { female: 'Hembra', male: 'Macho' },
  lifeStage: 'Etapa de vida',
  lifeStages: { adult: 'Adulto', subadult: 'Subadulto', juvenile: 'Juvenil' },
  notSaid: 'No indicado',
  behavior: 'Comportamiento',
  individual: 'Individuo',
  note: 'Nota',
  noteHint: 'Se guarda con la imagen, también en el archivo de muestreo.',
  details: 'Sexo, etapa de vida, comportamiento, individuo',
  progress: (done, total) =>
    `${formatNumber(done)} de ${formatNumber(total)} ${pluralEs(total, { one: 'revisada', other: 'revisadas' })}`,
  saveNote: 'Guardar nota',
  notesTitle: (count) => (count === 1 ? 'Nota' : `Una nota para ${images(count)}`),
};

const DEEDS: Readonly<Record<ReviewActKind, string>> = {
  confirm: 'Confirmación',
  label: 'Cambio de etiqueta',
  add: 'Especie añadida',
  remove: 'Especie quitada',
  details: 'Cambio de detalles',
  relabel: 'Cambio de etiqueta',
  boxes: 'Cambio de cajas',
  flag: 'Cambio de marca',
  star: 'Cambio de destacado',
  note: 'Cambio de nota',
  unreview: 'Revisión retirada',
  merge: 'Revisiones de otro equipo',
};
