import { formatNumber } from '../../shared/format/number-format';
import type { repeats as english } from '../en/repeats';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const stacks = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'pila', other: 'pilas' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'caja', other: 'cajas' })}`;
const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const rejected = (count: number) => pluralEs(count, { one: 'rechazada', other: 'rechazadas' });
const decided = (count: number) => pluralEs(count, { one: 'decidida', other: 'decididas' });

/** Boxes that recur at one place: searched, looked at once, rejected once. */
export const repeats: SameWords<typeof english> = {
  title: 'Detecciones repetidas',
  back: 'Afinar',
  intro:
    'Busca cajas que una cámara muestra una y otra vez en el mismo sitio, casi siempre una rama o una piedra, y permite rechazar cada una de esas pilas de una vez para todas sus imágenes.',
  reading: (percent) => `Leyendo los resultados, ${percent}`,
  search: 'Buscar',
  searchAgain: 'Buscar de nuevo',
  cancel: 'Cancelar',
  searching: 'Imágenes examinadas',
  searchedOf: (done, total) => `${formatNumber(done)} de ${images(total)} examinadas`,
  found: (count, searched) =>
    count === 0
      ? `Ninguna pila en ${images(searched)}.`
      : `${stacks(count)} por mirar. ${images(searched)} ${pluralEs(searched, { one: 'examinada', other: 'examinadas' })}.`,
  nothingDone: 'Aún no se ha analizado ninguna foto',
  nothingDoneText: 'Las pilas se buscan entre las cajas de las fotos ya procesadas. Inicie antes la ejecución.',
  openRun: 'Abrir la ejecución',
  notSearched: 'Aún no se ha buscado nada',
  notSearchedText:
    'La búsqueda compara entre sí las cajas de cada cámara. Tarda segundos, no ejecuta ninguna red y no cambia nada por sí sola.',
  noneTitle: (occurrences) =>
    `Ninguna caja se repite ${pluralEs(occurrences, { one: '1 vez', other: `${formatNumber(occurrences)} veces` })} en un mismo sitio`,
  noneText:
    'Con menos apariciones o un solapamiento menor en las opciones se encuentran más, y más de ellas serán animales de verdad.',
  showOptions: 'Mostrar las opciones',
  noMatch: 'Ninguna pila cumple el filtro',
  noMatchText: (count) => `Hay ${stacks(count)} en la lista.`,
  showAll: 'Mostrar todas',

  options: {
    title: 'Opciones',
    changed: 'no son las habituales',
    reset: 'Volver a las habituales',
    conf: 'Confianza de las cajas que se comparan',
    leastConf: 'Confianza mínima',
    mostConf: 'Confianza máxima',
    range: (from, to) => `de ${from} a ${to}`,
    iou: 'Solapamiento que hace de dos cajas el mismo sitio (IoU)',
    iouHint: 'Más bajo encuentra más: también cajas que difieren un poco.',
    occurrences: 'Apariciones que forman una pila',
    occurrencesHint: (least) => `Un número entero, ${formatNumber(least)} o más.`,
    occurrencesWrong: (least) => `Se esperaba un número entero de ${formatNumber(least)} o más.`,
    area: 'Caja más grande, como parte de la imagen',
    areaHint: 'Las cajas mayores no se tocan: un animal delante de la cámara llena gran parte de la imagen.',
    camera: 'Una cámara es',
    cameraBy: { folder: 'cada carpeta', 'camera-folder': 'una carpeta con sus 100RECNX y similares' },
    sameCategory: 'Solo cajas de la misma categoría',
    sameCategoryHint: 'Desactivado: una rama que unas veces se toma por animal y otras por persona es una sola pila.',
  },

  progress: 'Pilas decididas',
  decidedOf: (done, total) => `${formatNumber(done)} de ${formatNumber(total)} ${decided(done)}`,
  rejectedIn: (count, inImages) => `${boxes(count)} ${rejected(count)} en ${images(inImages)}`,
  nothingRejected: 'nada rechazado',
  show: 'Mostrar',
  filters: { all: 'Todas', undecided: 'Sin decidir', rejected: 'Rechazadas', kept: 'Conservadas' },
  withCount: (name, count) => `${name} ${formatNumber(count)}`,
  camera: 'Cámara',
  allCameras: 'Todas las cámaras',
  noCamera: 'Ninguna cámara tiene ese nombre',
  rootCamera: '(sin carpeta)',
  undo: 'Deshacer la última decisión',
  redo: 'Rehacer la última decisión',
  rejectAll: (count) =>
    count < 2 ? 'Rechazar todas las no decididas' : `Rechazar las ${formatNumber(count)} no decididas`,

  grid: 'Pilas',
  mixed: 'Varias categorías',
  verdicts: { rejected: 'Rechazada', kept: 'Conservada', undecided: 'Sin decidir' },
  boxesInImages: (count, inImages) =>
    count === inImages ? `${boxes(count)}, una por imagen` : `${boxes(count)} en ${images(inImages)}`,
  share: (percent) => `${percent} de las imágenes de la cámara`,
  longestRun: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'seguida', other: 'seguidas' })}`,
  conf: (from, to) => (from === to ? `confianza ${from}` : `confianza de ${from} a ${to}`),
  times: (first, last) => (first === last ? first : `${first} a ${last}`),
  spread: (length) => `a lo largo de ${length}`,
  noTimes: 'sin horas de captura',
  already: (count, total) =>
    count === total
      ? 'Todas estas cajas ya están rechazadas'
      : `${formatNumber(count)} de estas cajas ya ${pluralEs(count, { one: 'está rechazada', other: 'están rechazadas' })}`,
  sparedOf: (count) => `${boxes(count)} ${pluralEs(count, { one: 'conservada', other: 'conservadas' })} aparte`,
  reject: 'Rechazar',
  keep: 'Conservar',
  undecide: 'Dejar sin decidir',
  actOn: (act, stack) => `${act}: ${stack}`,
  stackName: (category, count, camera) => `${category}, ${boxes(count)}, ${camera}`,

  place: (index, total) => `${formatNumber(index)} de ${formatNumber(total)}`,
  previous: 'Pila anterior',
  next: 'Pila siguiente',
  members: 'Las cajas, de la primera a la última',
  membersIntro:
    'Cada una abre su imagen. Una que muestra un animal se puede conservar aparte: se queda cuando se rechaza la pila.',
  showMore: (count) => `Mostrar ${formatNumber(count)} más`,
  openImage: (name) => `Abrir ${name}`,
  spare: 'Conservar esta caja',
  unspare: 'No conservar esta caja',
  spared: 'conservada',
  noTime: 'sin hora',
  noPreview: 'Sin vista previa',

  said: {
    done: (verdict, count) => {
      if (verdict === null) return count === 1 ? 'De nuevo sin decidir.' : `De nuevo sin decidir: ${stacks(count)}.`;
      const one = verdict === 'rejected' ? 'Rechazada' : 'Conservada';
      return count === 1 ? `${one}.` : `${one}s: ${stacks(count)}.`;
    },
    undone: 'Deshecho.',
    redone: 'Rehecho.',
  },
  standing: (rejectedStacks, rejectedBoxes) =>
    `${stacks(rejectedStacks)} ${rejected(rejectedStacks)}, ${boxes(rejectedBoxes)}`,
};
