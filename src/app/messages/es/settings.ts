import { formatNumber } from '../../shared/format/number-format';
import type { settings as english } from '../en/settings';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

export const settings: SameWords<typeof english> = {
  title: 'Ajustes',
  appearance: 'Aspecto',
  language: 'Idioma',
  languageHint: 'También fechas, números y nombres de países. Los archivos exportados no cambian.',
  systemLanguage: 'Como el sistema',
  theme: 'Tema',
  themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
  stage: 'Fondo detrás de una foto',
  stages: { theme: 'Como el tema', light: 'Claro', middle: 'Medio', dark: 'Oscuro' },
  scores: 'Puntuaciones',
  scoresHint: 'Los archivos y las exportaciones tienen siempre dos decimales o más.',
  computing: 'Cálculo',
  backend: 'Se ejecuta en',
  backends: { auto: 'El más rápido', webgpu: 'Procesador gráfico (WebGPU)', wasm: 'Procesador (WASM)' },
  backendHint:
    '«El más rápido» prueba ambos en este equipo y comprueba que coinciden. Un cambio cuenta desde la ejecución siguiente.',
  lastUsed: (words) => `En uso ahora: ${words}`,
  inputsOnDevice: 'también ajusta el tamaño de las fotos',
  backendNames: { webgpu: 'procesador gráfico (WebGPU)', wasm: 'procesador (WASM)' },
  threadsOf: (count, workers) => {
    const each = `${formatNumber(count)} ${pluralEs(count, { one: 'hilo', other: 'hilos' })}`;
    return workers === 1 ? each : `${formatNumber(workers)} redes en paralelo, ${each} cada una`;
  },
  threads: 'Hilos del procesador',
  threadsAuto: 'Los convenientes',
  threadsHint: (cores) =>
    `Este navegador indica ${formatNumber(cores)} ${pluralEs(cores, { one: 'núcleo', other: 'núcleos' })} de procesador. Con menos hilos queda más para otros programas.`,
  workers: 'Redes en paralelo',
  workersAuto: 'Las que resulten más rápidas',
  workersHint:
    'Con muchos núcleos y mucha memoria, las redes pequeñas pueden rendir más si varias copias se reparten los hilos. «Las que resulten más rápidas» lo prueba con las primeras fotos de una ejecución larga y recuerda el resultado.',
  noThreads:
    'Esta página solo puede usar un hilo: el servidor no envía las cabeceras que necesitan los hilos. Recargar una vez tras la primera visita suele bastar.',
  storage: 'Almacenamiento',
  keep: 'Pedir al navegador que lo conserve',
  asking: 'Pidiendo',
  keepRefused:
    'El navegador no lo prometió. Suele hacerlo cuando Understory está instalado, en marcadores o en uso desde hace un tiempo.',
  kept: 'El navegador ha prometido conservar muestreos, resultados y modelos hasta que se eliminen.',
  whereText:
    'Los muestreos, los resultados, las vistas previas pequeñas y los paquetes de modelos están en este navegador, en este equipo. Sus fotos no se copian.',
  network: 'Registro de red',
  requests: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'petición', other: 'peticiones' })} a otras direcciones`,
  blockedRequests: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'se bloqueó', other: 'se bloquearon' })} antes de salir`,
  networkText:
    'Understory solo pide sus propios archivos, a su propia dirección. Todo lo que fuera a otro lugar figura aquí; la política de la página lo bloquea.',
  logNotKept:
    'El registro lo lleva la parte que también hace que la aplicación funcione sin conexión, y esa parte aún no controla esta página. Recargue una vez y lo hará. En algunas ventanas privadas nunca lo hace; entonces el registro queda vacío sin ser una prueba.',
  logEntries: 'Entradas del registro de red',
  logColumns: { time: 'Hora', address: 'Dirección', why: 'Motivo', outcome: 'Resultado', size: 'Tamaño' },
  purposes: { 'model-download': 'Descarga de un modelo, solicitada', other: 'No solicitada' },
  outcomes: { allowed: 'Permitida', blocked: 'Bloqueada' },
  copyLog: 'Copiar como texto',
  about: 'Acerca de',
  version: (version) => `Understory ${version}`,
  aboutText:
    'De fotos de cámaras trampa a nombres de especies, en el navegador. No se instala nada, no se sube nada. Sigue las reglas de SpeciesNet, de Google, y de MegaDetector.',
  citations: 'Cómo citar',
  citationsText: 'Los resultados obtenidos con estos modelos deben citar a sus autores:',
  licences: 'Licencias',
  licenceColumns: { part: 'Parte', licence: 'Licencia' },
};
