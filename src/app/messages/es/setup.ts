import { formatScore } from '../../shared/format/format-score';
import { formatNumber } from '../../shared/format/number-format';
import type { setup as english } from '../en/setup';
import type { SameWords } from '../same-words';
import { listEs, pluralEs } from './plural-es';

const photos = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;

export const setup: SameWords<typeof english> = {
  title: 'Configurar este muestreo',
  intro:
    'Los valores iniciales bastan para empezar. El lugar y las reglas se pueden cambiar después sin una nueva ejecución.',
  place: 'Lugar',
  country: 'País',
  countryPlaceholder: 'Nombre o código',
  noCountry: 'Ningún país coincide.',
  state: 'Estado',
  statePlaceholder: 'Cualquier estado',
  noState: 'Ningún estado coincide.',
  notSure: 'No se sabe',
  placeHint: 'Las especies que no viven ahí se retienen, y se puede ver cuáles. Con «No se sabe» no se retiene nada.',
  fromCoordinates: 'Usar las coordenadas de las fotos donde nada más indique el lugar',
  fromCoordinatesOn: 'Una cámara que escribe el GPS en sus fotos indica por sí sola el país y el estado.',
  fromCoordinatesOff: 'Desactivado: las coordenadas de las fotos no se miran.',
  folderPlaces: 'Otros lugares para carpetas concretas',
  folderPlacesNone: 'Todas las carpetas tienen el lugar de arriba. Una carpeta de otro país puede tener el suyo.',
  addFolderPlace: 'Añadir una carpeta',
  changeFolderPlace: (folder) => `Cambiar el lugar de ${folder}`,
  removeFolderPlace: (folder) => `Quitar el lugar de ${folder}`,
  folderPlaceTitle: 'Lugar de una carpeta',
  folderPlaceText: 'Vale para todas las fotos de esta carpeta y de sus subcarpetas, antes que el lugar del muestreo.',
  folder: 'Carpeta',
  folderPlaceholder: 'Parte de su nombre',
  noFolder: 'Ninguna carpeta coincide.',
  noFolders: 'Todas las fotos están en una sola carpeta, así que no hay otro lugar que indicar.',
  placesFile: (name, count) =>
    `${name} dice dónde se ${pluralEs(count, { one: 'tomó', other: 'tomaron' })} ${photos(count)}.`,
  rules: 'Reglas',
  geofenceSwitch: 'Retener las especies que no viven ahí',
  geofenceOn:
    'Un nombre que no puede ser correcto en este lugar se sustituye por su grupo más amplio, por ejemplo su familia.',
  geofenceOff: 'Desactivado: vale la primera opción, se haya tomado la foto donde se haya tomado.',
  geofenceNoPlace: 'No tiene efecto mientras no se conozca un país.',
  geofenceNoTable: 'Este paquete no tiene tabla de geocerca, así que no tiene efecto.',
  rollupSwitch: 'Subir a un grupo más amplio cuando ningún nombre es seguro',
  rollupOn: `Las puntuaciones de parientes cercanos se suman: zorro rojo ${formatScore(0.4)} y zorro ártico ${formatScore(0.4)} dan un zorro con ${formatScore(0.8)}.`,
  rollupOff:
    'Desactivado: sin un nombre seguro queda solo «animal» o, en cajas sueltas, la primera opción, por débil que sea.',
  package: 'Paquete de modelos',
  packageChoose: 'Elegir un paquete de modelos',
  noPackages: 'No hay ningún paquete de modelos instalado. Las fotos se pueden listar, pero no analizar.',
  addPackage: 'Añadir un paquete de modelos',
  managePackages: 'Modelos',
  packageGone:
    'El paquete de este muestreo se quitó. Los resultados están aquí; para seguir, añádalo de nuevo o empiece de cero con otro.',
  demo: 'Demostración',
  readyOffline: 'Listo sin conexión',
  detectorMissing: 'Falta el detector',
  detectorMissingText:
    'Los autores de SpeciesNet publican por separado su detector, MegaDetector. Hasta que se añada, este paquete solo puede nombrar fotos enteras: sin cajas y sin recuentos.',
  addDetector: 'Añadir el detector',
  cropsEach: 'Recorta cada animal',
  wholeImage: 'Mira la foto entera',
  classes: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'clase', other: 'clases' })}`,
  detectorOnly: 'Solo detector',
  classifierOnly: 'Solo clasificador',
  whatToRun: 'Qué ejecutar',
  modes: {
    species: {
      name: 'Especies',
      says: 'Encontrar animales, personas y vehículos, y luego nombrar las especies',
    },
    detections: { name: 'Solo detecciones', says: 'Cajas sin nombres. Más rápido' },
    'classify-whole-images': { name: 'Fotos enteras', says: 'Nombrar las especies sin buscar antes cajas' },
    'classify-detections': {
      name: 'Cajas de un archivo',
      says: 'Nombrar las especies en las cajas que encontró otro programa',
    },
    ensemble: {
      name: 'Combinar dos archivos',
      says: 'Cajas de un archivo, nombres de otro. No se ejecuta ninguna red',
    },
  },
  needs: {
    package: 'Necesita un paquete de modelos.',
    detector: 'Este paquete no tiene detector.',
    classifier: 'Este paquete no tiene clasificador.',
  },
  needsFiles: { one: 'Necesita un archivo con cajas.', two: 'Necesita un archivo con cajas y otro con nombres.' },
  files: {
    detections: {
      name: 'Cajas',
      missing: 'Resultados de MegaDetector o detecciones de SpeciesNet (JSON), de las fotos de esta carpeta.',
    },
    classifications: {
      name: 'Nombres',
      missing: 'Clasificaciones o predicciones de SpeciesNet (JSON), de las mismas fotos.',
    },
  },
  chooseFile: 'Elegir archivo',
  replaceFile: 'Sustituir',
  fileMatches: (matched, count) =>
    `${formatNumber(matched)} de ${formatNumber(count)} ${pluralEs(count, { one: 'entrada', other: 'entradas' })} con correspondencia`,
  speciesFor: 'Especie para',
  speciesPer: { animal: 'Cada animal', image: 'La foto en conjunto' },
  speciesPerSays: {
    animal:
      'Cada caja recibe un nombre, también en grupos mixtos, como lo hacen las herramientas de MegaDetector. La ejecución tarda hasta una quinta parte más.',
    image: 'Un nombre para cada foto, el de su mejor caja, como lo hace el programa de SpeciesNet. Lo más rápido.',
  },
  lackingAnimals: (count) =>
    `${photos(count)} ${pluralEs(count, { one: 'necesita', other: 'necesitan' })} otra ejecución más corta (solo clasificador). Las cajas se conservan.`,
  filesTitle: 'Archivos de este muestreo',
  filesNone:
    'Ninguno. Se pueden añadir, o soltar aquí, resultados de SpeciesNet o MegaDetector, lugares, reglas y listas de especies.',
  addFile: 'Añadir un archivo',
  fileKinds: {
    instances: 'Imágenes y lugares',
    detections: 'Cajas',
    classifications: 'Nombres',
  },
  removeFile: (name) => `Quitar ${name}`,
  targets: 'Especies buscadas',
  targetsText: (count, names) =>
    count > names.length ? `${names.join(', ')} y ${formatNumber(count - names.length)} más` : listEs(names),
  targetsLocked:
    'Las puntuaciones de estas especies se guardan con cada foto. Para cambiar la lista, hay que empezar de cero.',
  removeTargets: 'Quitar la lista de especies',
  ownRules: 'Reglas de geocerca propias',
  ownRulesCount: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'regla', other: 'reglas' })}`,
  showOwnRules: 'Mostrar',
  locked: (done) =>
    `${photos(done)} ya ${pluralEs(done, { one: 'está procesada', other: 'están procesadas' })} con este paquete. Para otro paquete u otro tipo de ejecución hay que empezar de cero.`,
  startOver: 'Empezar de cero',
  startOverTitle: '¿Empezar de cero?',
  startOverText: (done) =>
    `Los resultados de ${photos(done)} se quitan de este navegador, y con ellos las decisiones sobre repeticiones. Las fotos no se tocan. Esto no se puede deshacer.`,
  startOverConfirm: 'Quitar los resultados',
  cancel: 'Cancelar',
  start: 'Iniciar ejecución',
  continue: 'Continuar ejecución',
  openRun: 'Ver la ejecución',
  openGallery: 'Abrir galería',
  startNeeds: {
    package: 'Elija un paquete de modelos para empezar.',
    mode: 'Elija qué ejecutar.',
    'detections-file': 'Añada el archivo con cajas para empezar.',
    'classifications-file': 'Añada el archivo con nombres para empezar.',
    photos: 'No hay fotos que procesar.',
    folder: 'Conecte la carpeta para empezar.',
  },
  found: 'Lo que se encontró',
  photos: 'Fotos',
  photosIn: (count, folders) =>
    folders <= 1 ? formatNumber(count) : `${formatNumber(count)} en ${formatNumber(folders)} carpetas`,
  size: 'Tamaño',
  done: 'Procesadas',
  ofPhotos: (done, total) => `${formatNumber(done)} de ${formatNumber(total)}`,
  couldNotBeRead: 'No se pudieron leer',
  listing: (found) => `${photos(found)} hasta ahora. Ya se puede iniciar la ejecución; el resto se añade.`,
  nothingFound:
    'Aquí no hay fotos. Se buscan archivos JPEG, PNG, TIFF y WebP en todas las subcarpetas. Elija otra carpeta.',
  skipped: (count) =>
    pluralEs(count, {
      one: '1 entrada no se pudo mirar.',
      other: `${formatNumber(count)} entradas no se pudieron mirar.`,
    }),
  skippedWhat: 'No forman parte del muestreo. Compruebe el disco y abra de nuevo la carpeta.',
  permissionNeeded: (name) => `El navegador pide permiso antes de volver a leer ${name}. Los resultados están aquí.`,
  disconnected: (name) => `${name} no está conectada. Los resultados están aquí; las fotos a tamaño completo, no.`,
  allowReading: 'Permitir la lectura',
  connectFolder: 'Conectar carpeta',
  computer: 'Este equipo',
  doneAt: (time) => `fin previsto: ${time}`,
  measured: 'Medido con sus propias fotos en esta ejecución.',
  notMeasured: 'La velocidad se mide con sus propias fotos en cuanto empieza la ejecución.',
  backendWish: 'Calcular con',
  backends: {
    auto: 'El más rápido de los dos',
    webgpu: 'Procesador gráfico',
    wasm: 'Procesador',
  },
  speed: 'Velocidad',
  perMinute: (count) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })} por min`,
  closeLid:
    'Se puede cerrar la tapa del portátil. Cada foto se guarda en cuanto está procesada, y la ejecución sigue donde estaba.',
  change: 'Más en los ajustes',
};
