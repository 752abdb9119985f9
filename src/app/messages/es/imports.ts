import { formatNumber } from '../../shared/format/number-format';
import type { imports as english } from '../en/imports';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const entries = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'entrada', other: 'entradas' })}`;
const rules = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'regla', other: 'reglas' })}`;
const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;
const species = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'especie', other: 'especies' })}`;

/** The dialog about a file that was dropped on a survey. */
export const imports: SameWords<typeof english> = {
  reading: 'Leyendo el archivo',
  readingText: (count) => `${entries(count)} hasta ahora`,
  offered: 'Usar este archivo',
  refused: 'Este archivo no se puede usar aquí',
  applying: 'Añadiendo el archivo',
  applyingText: 'Lo que ya está guardado se conserva aunque se cierre la página.',
  use: 'Para qué usarlo',
  apply: 'Usar el archivo',
  chooseOther: 'Elegir otro archivo',
  whatItIs: {
    predictions: 'Resultados de SpeciesNet: cajas, nombres y lo que se concluyó de ellos.',
    detections: 'Cajas del detector de SpeciesNet, sin nombres.',
    classifications: 'Nombres del clasificador de SpeciesNet, sin cajas.',
    megadetector: 'Resultados de MegaDetector: cajas de animales, personas y vehículos.',
    'megadetector-species': 'Resultados en el formato de MegaDetector: cajas, y una especie para cada animal.',
    instances: 'Una lista de imágenes y de los lugares donde se tomaron.',
    'geofence-rules': 'Reglas sobre lo que se puede o no se puede nombrar en un país.',
    'target-species': 'Una lista de especies que buscar.',
    'survey-file': 'Un muestreo de Understory con todo lo que se sabe de sus fotos.',
  },
  matches: (kind, matched, count) => {
    if (kind === 'geofence-rules') return `${rules(count)}.`;
    if (kind === 'target-species') {
      return `${formatNumber(matched)} de ${species(count)} ${pluralEs(matched, { one: 'está', other: 'están' })} en la lista de este paquete.`;
    }
    return `${formatNumber(matched)} de ${entries(count)} ${pluralEs(matched, { one: 'corresponde', other: 'corresponden' })} a fotos de este muestreo.`;
  },
  prefix: (prefix) => `Las rutas del archivo empiezan por «${prefix}»; se omitió para encontrar las fotos.`,
  unmatched: (kind) => (kind === 'target-species' ? 'No están en la lista:' : 'No están en este muestreo:'),
  more: (count) => `y ${formatNumber(count)} más`,
  empty: 'El archivo no tiene entradas, así que no hay nada que usar.',
  nothingMatches: {
    files:
      'Nada de su contenido trata de una foto de este muestreo. ¿Se hizo para otra carpeta? No se ha cambiado nada.',
    species:
      'Nada de su contenido es una etiqueta de este paquete. Cada línea debe ser una etiqueta completa, como en la lista del paquete.',
  },
  blocks: {
    'nothing-matches': 'Nada del archivo encaja.',
    'no-package':
      'Elija antes un paquete de modelos en la configuración: los nombres se comparan con la lista del paquete.',
    'has-results': 'No es posible con los resultados que hay aquí. Antes hay que empezar de cero.',
    'leaves-out-results': 'Deja fuera fotos que ya están procesadas. Añádalas a la lista o empiece antes de cero.',
  },
  isGoing: 'Hay una ejecución en marcha. Deténgala antes; todo lo hecho está guardado.',
  uses: {
    continue: (matched) => ({
      title: 'Mostrar estos resultados',
      says: `${images(matched)} ${pluralEs(matched, { one: 'cuenta como procesada', other: 'cuentan como procesadas' })}, con lo que dice el archivo. Una ejecución procesa las demás. Las fotos ya procesadas aquí quedan como están.`,
    }),
    detections: (matched) => ({
      title: 'Partir de sus cajas',
      says: `La próxima ejecución solo pone nombre a lo que hay en las cajas de ${images(matched)}; el detector no se ejecuta. Se guarda con el muestreo.`,
    }),
    classifications: (matched) => ({
      title: 'Combinar sus nombres con las cajas de otro archivo',
      says: `Los nombres de ${images(matched)} se guardan con el muestreo. Con un archivo de cajas se combinan sin usar ninguna red.`,
    }),
    compare: () => ({
      title: 'Comparar',
      says: 'Queda junto a los resultados de este muestreo: dónde coinciden ambos y dónde no. No se cambia nada.',
    }),
    merge: () => ({
      title: 'Fusionar',
      says: 'Sus resultados pasan a formar parte de este muestreo donde las fotos aún no están procesadas. Antes se muestra qué cambiaría.',
    }),
    instances: (matched, count) => ({
      title: 'Tomar sus imágenes y lugares',
      says: `El muestreo pasa a tener ${pluralEs(count, { one: 'esta', other: 'estas' })} ${images(count)}, en este orden y en estos lugares. Las demás fotos de la carpeta quedan fuera${count > matched ? '; las imágenes que no están en la carpeta pasan a ser fallos, como en SpeciesNet' : ''}.`,
    }),
    'geofence-rules': (_, count) => ({
      title: 'Añadir a las reglas propias',
      says: `${rules(count)} más para este muestreo. Van antes que las del paquete, y los nombres las siguen de inmediato.`,
    }),
    'target-species': (matched) => ({
      title: 'Buscar estas especies',
      says: `La ejecución guarda con cada foto la puntuación sin procesar de ${species(matched)}, sea cual sea el nombre que reciba. Se incluyen en la exportación.`,
    }),
  },
};
