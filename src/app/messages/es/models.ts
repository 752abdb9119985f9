import type { PackageNote } from '../../../domain/model-package';
import { formatNumber } from '../../shared/format/number-format';
import type { models as english } from '../en/models';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const taxa = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'taxón', other: 'taxones' })}`;

export const models: SameWords<typeof english> = {
  title: 'Paquetes de modelos',
  tabTitle: 'Modelos',
  ready: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'listo', other: 'listos' })}`,
  waiting: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'incompleto', other: 'incompletos' })}`,
  emptyTitle: 'Aún no hay ningún paquete de modelos',
  types: {
    always_crop: 'Recorta cada animal',
    full_image: 'Mira la imagen entera',
  },
  detectorOnly: 'Solo detector: encuentra animales, personas y vehículos, no nombra especies',
  classifierOnly: 'Solo clasificador: nombra imágenes enteras, no encuentra cajas',
  labels: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'etiqueta', other: 'etiquetas' })}`,
  taxa,
  geofenced: (count) => `${formatNumber(count)} con área de distribución`,
  usedBy: (count) =>
    count === 0
      ? 'sin uso en ningún muestreo'
      : `en uso en ${formatNumber(count)} ${pluralEs(count, { one: 'muestreo', other: 'muestreos' })}`,
  readyOffline: 'Listo sin conexión',
  unusable: 'No se puede usar aquí',
  roles: {
    info: 'Descripción',
    detector: 'Detector',
    'detector-weights': 'Sus pesos',
    classifier: 'Clasificador',
    'classifier-weights': 'Sus pesos',
    labels: 'Etiquetas',
    taxonomy: 'Taxonomía',
    geofence: 'Geocerca',
  },
  columns: { part: 'Parte', file: 'Archivo', size: 'Tamaño', checksum: 'SHA-256' },
  filesOf: (name) => `Archivos de ${name}`,
  copyChecksum: (name) => `Copiar el SHA-256 de ${name}`,
  added: (date) => `Añadido: ${date}`,
  files: (count, size) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'archivo', other: 'archivos' })}, ${size}, con sumas de comprobación`,
  note: noteWords,
  remove: 'Quitar',
  removeTitle: (name) => `¿Quitar ${name}?`,
  removeText: (size) => `Esto libera ${size}. Para recuperarlo, basta con añadir de nuevo los mismos archivos.`,
  removeUsed: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'muestreo se hizo', other: 'muestreos se hicieron' })} con él. Sus cajas y puntuaciones se conservan, pero los nombres de especies y las ejecuciones nuevas lo necesitan de nuevo.`,
  addTitle: 'Añadir archivos de modelos',
  addText:
    'Suelte los archivos oficiales tal como los descargó: el .pt de MegaDetector, el .tar.gz de SpeciesNet, o una carpeta de paquete, un .zip o un .onnx. Se convierten aquí, en este equipo.',
  addDragging: 'Suelte para añadir',
  chooseFolder: 'Elegir carpeta',
  chooseFiles: 'Elegir archivos',
  steps: {
    unpacking: 'Descomprimiendo',
    verifying: 'Comprobando que no falta ningún byte',
    converting: 'Convirtiendo el punto de control',
    reading: 'Leyendo las redes',
    hashing: 'Calculando las sumas de comprobación',
    'self-test': 'Haciendo la autoprueba',
  },
  checking: 'Comprobando',
  checked: 'Comprobado',
  storing: 'Guardando',
  bytesOf: (done, total) => `${done} de ${total}`,
  adding: (name) => `Añadiendo ${name}`,
  refused: 'Este archivo no se añadió',
  foundAt: (where) => `en ${where}`,
  copyReport: 'Copiar informe',
  reportHint:
    'El informe enumera lo que contiene el archivo, sin sus pesos. Ayuda a contárselo a quienes hacen la aplicación.',
  which: {
    title: (role) => `¿Qué paquete recibe esta ${role === 'taxonomy' ? 'taxonomía' : 'geocerca'}?`,
    says: (name, count) =>
      `${name} tiene ${taxa(count)}. Sustituye al archivo del paquete que se elija; las cajas y las puntuaciones se conservan, los nombres lo siguen de inmediato.`,
    packages: 'Paquetes',
    replaces: (name) => `Ahora: ${name}`,
    update: 'Actualizar',
    waiting: 'Espera su elección',
  },
  missing: {
    tag: 'Falta el detector',
    title: 'Falta el detector de este paquete.',
    names: 'En info.json se llama:',
    why: 'Los autores de SpeciesNet publican por separado el detector, MegaDetector. Sin él, el paquete solo puede nombrar fotos enteras.',
    how: 'Suelte aquí su archivo, y el paquete está completo.',
  },
  exchange: {
    menu: 'Usar otro detector',
    title: (name) => `¿Qué detector debe usar ${name}?`,
    says: 'Los muestreos que tienen resultados conservan el paquete con el que se hicieron.',
    detectors: 'Detectores',
    use: 'Usar este detector',
  },
  get: {
    title: 'Obtener modelos',
    intro:
      'Dos partes trabajan juntas: MegaDetector encuentra los animales, SpeciesNet los nombra. Sus autores publican ambas de forma gratuita. Descargue los archivos con el navegador, aquí o en otro equipo, y suéltelos en esta página; una memoria USB también sirve. Con una vez basta: después todo funciona sin conexión.',
    installed: 'Instalado',
    left: 'Descargas que ya no están en la lista de modelos',
    licence: (licence) => `Licencia ${licence}`,
    kinds: {
      detector: 'Encuentra animales, personas y vehículos',
      speciesnet: 'Nombra especies; necesita MegaDetector a su lado',
      package: 'Detector y clasificador juntos',
    },
    byHand: 'Descargarlo por su cuenta',
    openPage: (host) => `Abrir ${host}`,
    leaves: 'sale de la aplicación, en una pestaña nueva',
    inApp: 'O dejar que lo descargue la aplicación',
    add: 'Añadir desde este sitio',
    download: (host) => `Descargar de ${host}`,
    unverified: 'Fuente que no hemos verificado',
    cite: 'Cómo citar',
    consentTitle: (name, host) => `¿Descargar ${name} de ${host}?`,
    consentSize: (size) => (size === null ? 'Su tamaño no se conoce de antemano.' : `Se descargan ${size}.`),
    consentHost: (host) =>
      `La petición va de este equipo a ${host}, que ve su dirección de red como en cualquier descarga y puede pasar la petición a otra dirección que elija. Cada una se anota en el registro de red. No se envía nada sobre sus fotos ni sus muestreos.`,
    consentUnverified: 'Nosotros no hemos probado esta fuente.',
    consentChecked: 'Los archivos se comparan con la suma de comprobación que publican los autores; otros se rechazan.',
    consentUnchecked:
      'No hay ninguna suma de comprobación publicada para estos archivos, así que figurarán como no verificados.',
    consent: 'Descargar',
    downloading: (name) => `Descargando ${name}`,
    paused: 'En pausa',
    pause: 'Pausar',
    resume: 'Continuar',
    again: 'Reintentar',
    ofUnknown: (done) => `${done} hasta ahora`,
  },
  known: {
    tags: { official: 'Archivo oficial', likely: 'Sin verificar', unverified: 'Sin verificar' },
    says: {
      official:
        'Su suma de comprobación MD5 es una de las que publican los autores del modelo: es su archivo, byte por byte.',
      likely:
        'La versión y las etiquetas son las del paquete oficial. Sus autores no publican ninguna suma de comprobación, así que nadie puede saber con certeza que el archivo sea suyo.',
      unverified:
        'Ninguna suma de comprobación publicada es la de este archivo. Puede estar bien, por ejemplo si es un modelo propio; solo usted sabe de dónde viene.',
    },
    likely: (name, version) => `Parece ${name} ${version}`,
    parts: { detector: 'Detector', classifier: 'Clasificador' },
    cite: 'Cómo citar',
    of: (name) => `Lo que se sabe de ${name}`,
  },
  converted:
    'Convertido del punto de control en este equipo, con sus pesos tal como son. No se ejecutó nada del archivo.',
  convertedToOneFile:
    'Convertido del punto de control en este equipo a un solo archivo; los pesos grandes se redondean a media precisión, porque este navegador no acepta pesos de otro archivo. No se ejecutó nada del punto de control.',
  test: {
    title: 'Autoprueba en este equipo',
    of: (name) => `Autoprueba de ${name}`,
    columns: { backend: 'Motor de cálculo', verdict: 'Resultado', difference: 'Diferencia', time: 'Tiempo' },
    backends: { webgpu: 'WebGPU (procesador gráfico)', wasm: 'WASM (procesador)' },
    verdicts: { passed: 'Superada', failed: 'No superada: no se usa', 'not-tried': 'Sin probar' },
    again: 'Probar de nuevo',
    first: 'Probar ahora',
    testing: 'Probando',
    never: 'Aún sin probar en este equipo.',
    tested: (date) => `Probado: ${date}, con una imagen artificial fija`,
    milliseconds: (ms) => `${formatNumber(ms)} ms`,
    none: '–',
    under: (share) => `menos de ${share}`,
  },
  aboutPackages: 'Sobre los paquetes y su espacio',
  howTitle: 'Qué pasa con un archivo',
  howText: [
    'Los puntos de control de PyTorch se leen como datos: no se ejecuta nada de ellos. La red se escribe de nuevo en la forma que ejecutan los navegadores; los pesos quedan como están.',
    'Después se prueba en este equipo. Todo ocurre aquí: no se sube nada, y nada necesita conexión.',
    'La demostración trae su propio paquete pequeño. Enseña cómo funcionan las cosas; sus nombres no son de fiar.',
  ],
};

function noteWords(note: PackageNote): string {
  switch (note.code) {
    case 'coco-classes-assumed':
      return `El detector tiene ${formatNumber(note.classes)} clases sin nombre. Se tomaron por las de COCO: se usan sus animales, la persona y los vehículos, y las demás se omiten.`;
    case 'megadetector-order-assumed':
      return 'El detector no nombra sus clases. Se tomaron en el orden de MegaDetector: animal, persona, vehículo.';
    case 'works-at-one-size-only':
      return `El detector solo acepta imágenes de ${formatNumber(note.size)} por ${formatNumber(note.size)} píxeles. El programa de referencia usa hasta ${formatNumber(1280)} en la forma propia de la foto, así que pueden faltar animales pequeños y los números difieren.`;
    case 'output-is-logits':
      return 'El clasificador da valores sin procesar. Se convierten en puntuaciones con softmax, como hace el programa de referencia.';
    case 'output-is-probabilities':
      return 'El clasificador da puntuaciones que ya son definitivas; no se añade softmax.';
  }
}
