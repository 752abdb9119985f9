import type { SmoothingStep } from '../../../domain/megadetector/smooth-group';
import type { SmoothedClass } from '../../../domain/smoothed-image';
import { formatNumber } from '../../shared/format/number-format';
import type { events as english } from '../en/events';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const eventsOf = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'evento', other: 'eventos' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'caja', other: 'cajas' })}`;

const PLACES: Readonly<Record<SmoothedClass['within'], { readonly the: string; readonly of: string }>> = {
  image: { the: 'la foto', of: 'de la foto' },
  event: { the: 'el evento', of: 'del evento' },
};

/** Why a box has another name; follows "porque". */
const reasons = (within: SmoothedClass['within']): Readonly<Record<SmoothingStep, string>> => {
  const { the, of } = PLACES[within];
  return {
    other: `el nombre anterior dice poco y ${the} tiene uno que dice más`,
    nondominant: `lo dice la mayoría ${of}`,
    ancestor: `${the} nombra el mismo grupo con más exactitud`,
    'same-family': `la mayoría ${of} es de la misma familia`,
  };
};

const smoothingNames = {
  off: 'desactivado',
  images: 'dentro de las fotos',
  events: 'dentro de las fotos y los eventos',
} as const;

export const events: SameWords<typeof english> = {
  title: 'Eventos y suavizado',
  backToRefine: 'Afinar',
  intro:
    'Las fotos de una cámara cercanas en el tiempo son un evento. Los nombres que están solos en una foto o un evento pueden seguir a los demás.',
  events: 'Eventos',
  gap: 'Pausa más larga dentro de un evento',
  gapPresets: 'Pausas habituales',
  gapPreset: (minutes) => `${formatNumber(minutes)} min`,
  gapSlider: 'Pausa, hasta una hora',
  gapSeconds: 'Segundos',
  gapRefused: (most) => `Escriba segundos enteros de 0 a ${formatNumber(most)}.`,
  gapHint:
    'Una pausa más larga inicia un evento nuevo. MegaDetector usa 1 min; para contar visitas independientes son habituales 30 o 60 min.',
  camera: 'Qué es una cámara',
  cameras: { 'camera-folder': 'Carpeta de cámara', folder: 'Cada carpeta' },
  cameraHints: {
    'camera-folder': 'Las carpetas que una cámara abre cuando otra se llena, como 100RECNX, van juntas.',
    folder: 'Cada carpeta que contiene fotos es una cámara aparte.',
  },
  statistics: {
    events: 'eventos',
    cameras: 'cámaras',
    perEvent: (most) =>
      most === null ? 'imágenes por evento' : `imágenes por evento, como mucho ${formatNumber(most)}`,
    untimed: 'sin hora',
  },
  waiting: (count) =>
    pluralEs(count, {
      one: '1 imagen aún no está procesada: su hora no se conoce.',
      other: `${images(count)} aún no están procesadas: sus horas no se conocen.`,
    }),
  finding: 'Buscando eventos',
  found: (count) => `${eventsOf(count)} ${pluralEs(count, { one: 'encontrado', other: 'encontrados' })}`,
  smoothing: 'Suavizado',
  smoothingChoice: 'Suavizar nombres',
  levels: {
    off: { title: 'Desactivado', text: 'Cada caja conserva el nombre que se concluyó para ella.' },
    images: {
      title: 'Dentro de las fotos',
      text: 'Las cajas de una foto se ponen de acuerdo: un nombre raro o vago sigue al frecuente.',
    },
    events: {
      title: 'Dentro de las fotos y los eventos',
      text: 'Primero cada foto, luego cada evento como un solo grupo. Para cuando un evento es una visita.',
    },
  },
  byRank: 'Comparar rangos en lugar de texto',
  byRankHint:
    'MegaDetector toma un nombre por el grupo más amplio de otro cuando su texto taxonómico es parte del texto del otro: así las ardillas listadas (tamias) abarcan las ardillas rojas (tamiasciurus). Con esto activado, cada rango debe ser el mismo.',
  onePerImage:
    'Este muestreo tiene un nombre para cada foto, así que solo los eventos cambian algo. Un nombre para cada animal se elige en la configuración.',
  noSpecies: 'Este muestreo tiene cajas sin nombres de especie, así que no hay nada que suavizar.',
  ownAnswer:
    'Los hechos y las conclusiones quedan como están. Los archivos de MegaDetector y Timelapse reciben los nombres suavizados; los de SpeciesNet, los que concluyeron las reglas.',
  busy: 'Suavizando nombres',
  cannot:
    'Los nombres no se pueden suavizar: una etiqueta de este muestreo no tiene la forma que lee el suavizado. Todo queda como estaba.',
  details: 'Detalles',
  lists: 'Listas',
  tabEvents: (count) => (count === null ? 'Eventos' : `Eventos ${formatNumber(count)}`),
  tabChanges: (count) => (count === null ? 'Nombres cambiados' : `Nombres cambiados ${formatNumber(count)}`),
  changed: (boxCount, imageCount) =>
    `${boxes(boxCount)} en ${images(imageCount)} ${pluralEs(boxCount, { one: 'tiene', other: 'tienen' })} otro nombre.`,
  changedHint: 'Las puntuaciones quedan como estaban.',
  change: (was, label) => `${was} pasa a ser ${label}`,
  changeWhere: ({ within, detections, images: imageCount, events: eventCount }) =>
    `${boxes(detections)} en ${within === 'event' ? eventsOf(eventCount) : images(imageCount)}`,
  because: ({ within, step }) => `porque ${reasons(within)[step]}`,
  showImages: (count) => `Mostrar ${images(count)}`,
  showImagesOf: (count, was, label) => `Mostrar ${images(count)}: ${was} pasa a ser ${label}`,
  moreChanges: (count) =>
    `Mostrar ${formatNumber(count)} más, ${pluralEs(count, { one: 'que es menos frecuente', other: 'que son menos frecuentes' })}`,
  noChangeTitle: 'Todos los nombres se mantienen',
  noChange: 'En ninguna foto y en ningún evento hay un nombre en contra de los demás.',
  offTitle: 'El suavizado está desactivado',
  offText: 'Elija un tipo de suavizado para ver aquí qué nombres cambiarían y por qué.',
  columns: {
    start: 'Inicio',
    duration: 'Duración',
    camera: 'Cámara',
    images: 'Imágenes',
    species: 'Visto',
    show: 'Galería',
  },
  images,
  topFolder: 'La carpeta del muestreo',
  openFirst: (start) => `Abrir la primera foto de ${start}`,
  showEvent: (start) => `Mostrar en la galería el evento de ${start}`,
  times: (name, count) => (count === 1 ? name : `${name} ×${formatNumber(count)}`),
  nothingSeen: 'nada',
  noFactsTitle: 'Aún no hay ninguna foto procesada',
  noFacts: 'Las horas de captura se leen cuando se analiza una foto. Inicie la ejecución y vuelva a mirar aquí.',
  openRun: 'Configuración',
  noTimesTitle: 'Ninguna foto tiene hora de captura',
  noTimes: 'Sin horas no hay eventos. El suavizado dentro de las fotos funciona igualmente.',
  /** In the image view and the gallery. */
  eventChip: (start, camera) => `Evento ${start}, ${camera}`,
  eventChipUnknown: 'Un evento',
  changeChip: (was, label) => `${was}, ahora ${label}`,
  event: 'Evento',
  eventOf: (index, count) => `${formatNumber(index)} de ${formatNumber(count)}`,
  photoOf: (index, count) => `Foto ${formatNumber(index)} de ${formatNumber(count)}`,
  lasting: (duration) => `en ${duration}`,
  noEvent: 'Sin hora de captura, la foto no pertenece a ningún evento.',
  previousEvent: 'Evento anterior',
  nextEvent: 'Evento siguiente',
  showThisEvent: 'Mostrar este evento en la galería',
  smoothedBy: ({ within, step }, name) => `cambia el nombre a ${name}, porque ${reasons(within)[step]}.`,
  card: (eventCount, smoothing) => `${eventsOf(eventCount)}; suavizado ${smoothingNames[smoothing]}`,
  cardChanged: (eventCount, smoothing, boxCount) =>
    `${eventsOf(eventCount)}; suavizado ${smoothingNames[smoothing]}, ${boxes(boxCount)} ${pluralEs(boxCount, { one: 'cambiada', other: 'cambiadas' })}`,
};
