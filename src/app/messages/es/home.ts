import { formatNumber } from '../../shared/format/number-format';
import type { home as english } from '../en/home';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const photos = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;

export const home: SameWords<typeof english> = {
  title: 'Muestreos',
  yourSurveys: 'Sus muestreos',
  dropTitle: 'Suelte aquí una carpeta de fotos',
  dropText:
    'Una tarjeta SD, un viaje entero, carpetas dentro de carpetas. Sus fotos se quedan donde están. Con un archivo de resultados (JSON) junto a la carpeta, ese resultado se muestra o se continúa.',
  dropDragging: 'Suelte para abrir',
  openFolder: 'Abrir carpeta',
  chooseFiles: 'Elegir archivos',
  opening: 'Abriendo',
  tryDemo: 'Probar la demostración',
  tryDemoHint: '12 fotos, menos de un minuto',
  loadingDemo: 'Cargando la demostración',
  emptyTitle: 'Aún no hay muestreos',
  emptyText: 'Suelte aquí una carpeta, o pruebe la demostración con 12 fotos.',
  noPackageTitle: 'Primero, un paquete de modelos',
  noPackageText:
    'Understory necesita las redes que encuentran y nombran animales: MegaDetector y SpeciesNet, tal como las publican sus autores. Añádalas una vez; después todo funciona sin red. La demostración trae su propio paquete pequeño.',
  addPackage: 'Añadir un paquete de modelos',
  states: {
    new: 'Sin iniciar',
    running: 'En marcha',
    paused: 'En pausa',
    stopped: 'Detenido',
    finished: 'Ejecución terminada',
    cutOff: 'Interrumpido',
    disconnected: 'Carpeta sin conectar',
  },
  actions: {
    setUp: 'Configurar',
    showRun: 'Ver ejecución',
    continueRun: 'Continuar ejecución',
    review: 'Revisar',
    connect: 'Conectar carpeta',
  },
  placeNotSure: 'Lugar no indicado',
  lastChanged: (date) => `último cambio: ${date}`,
  found: (count) => `${photos(count)} ${pluralEs(count, { one: 'encontrada', other: 'encontradas' })}`,
  noneFound: 'Aún no hay fotos en la lista',
  doneOf: (total) => `de ${formatNumber(total)} ${pluralEs(total, { one: 'procesada', other: 'procesadas' })}`,
  allDone: (count) => `${photos(count)} ${pluralEs(count, { one: 'procesada', other: 'procesadas' })}`,
  failed: (count) => `${photos(count)} no se ${pluralEs(count, { one: 'pudo', other: 'pudieron' })} leer`,
  cutOff: (date, done) =>
    `La ejecución se interrumpió después del ${date}, al cerrarse la pestaña. ${photos(done)} ${pluralEs(done, { one: 'está guardada', other: 'están guardadas' })}; no se perdió ninguna.`,
  progressOf: (name) => `Avance de ${name}`,
  renameTitle: (name) => `Renombrar ${name}`,
  nameLabel: 'Nombre',
  nameEmpty: 'Un muestreo necesita un nombre.',
  thisComputer: 'Este equipo',
  packagePanel: 'Paquete de modelos',
  noPackage: 'Ninguno todavía.',
  packageWith: (detector, classes) =>
    detector
      ? classes > 0
        ? `Detector y clasificador · nombra ${formatNumber(classes)} clases`
        : 'Solo detector · encuentra animales, personas y vehículos'
      : `Solo clasificador · nombra ${formatNumber(classes)} clases`,
  morePackages: (count) => `y ${formatNumber(count)} más`,
  readyOffline: 'Listo sin conexión',
  detectorMissing: 'Le falta su detector',
  manageModels: 'Gestionar modelos',
  requests: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'petición', other: 'peticiones' })} a otras direcciones desde que se abrió Understory.`,
  worksOffline: 'Funciona sin red.',
  logNotKept: 'El registro de red empieza la próxima vez que se cargue esta página.',
  showLog: 'Mostrar registro de red',
};
