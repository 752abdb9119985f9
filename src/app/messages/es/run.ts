import { formatNumber } from '../../shared/format/number-format';
import type { run as english } from '../en/run';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const photos = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;
const processed = (count: number) => pluralEs(count, { one: 'procesada', other: 'procesadas' });

export const run: SameWords<typeof english> = {
  title: 'Ejecución',
  doneOf: (total) => `de ${photos(total)} ${processed(total)}`,
  /** What a run computes, in one line. */
  what: {
    species: 'Especies',
    detections: 'Solo detecciones, sin nombres',
    'classify-whole-images': 'Especies de fotos enteras, sin cajas',
    'classify-detections': (file) =>
      file === null ? 'Especies de las cajas de un archivo' : `Especies de las cajas de ${file}`,
    ensemble: (boxes, names) =>
      boxes === null || names === null
        ? 'Combinación de dos archivos'
        : `Combinación de las cajas de ${boxes} con los nombres de ${names}`,
  },
  whatPer: { animal: 'para cada animal', image: 'una para cada foto' },
  states: {
    idle: 'Sin iniciar',
    listing: 'Listando',
    elsewhere: 'En otra pestaña',
    preparing: 'Preparando',
    running: 'En marcha',
    paused: 'En pausa',
    stopped: 'Detenida',
    finished: 'Terminada',
    cutOff: 'Interrumpida',
  },
  progress: 'Fotos procesadas',
  valueText: (done, total, failed) =>
    `${formatNumber(done)} de ${photos(total)} ${processed(done)}, ${formatNumber(failed)} no se ${pluralEs(failed, { one: 'pudo', other: 'pudieron' })} leer`,
  preparing: (seconds) =>
    `Preparando el modelo, ${formatNumber(seconds)} s hasta ahora. El primer inicio en este equipo es el que más tarda.`,
  listing: (found) => `${photos(found)} hasta ahora. Ya se puede iniciar la ejecución; el resto se añade.`,
  listingMore: (found) => `${photos(found)} hasta ahora. El resto se añade mientras sigue la ejecución.`,
  paused: (done, total) => `En pausa: ${formatNumber(done)} de ${formatNumber(total)}. Todo lo hecho está guardado.`,
  stopped: (done, total) =>
    `Detenida: ${formatNumber(done)} de ${formatNumber(total)}. Todo lo hecho está guardado, y una ejecución puede seguir desde aquí.`,
  cutOff: (done) =>
    `La ejecución se detuvo cuando se cerró la pestaña o se apagó el equipo. ${photos(done)} ${pluralEs(done, { one: 'está guardada', other: 'están guardadas' })}, no se perdió ninguna.`,
  finished: (done, failed) => {
    const all = pluralEs(done, {
      one: '1 foto está procesada',
      other: `Las ${photos(done)} están procesadas`,
    });
    if (failed === 0) return `${all}.`;
    return `${all}; ${formatNumber(failed)} no se ${pluralEs(failed, { one: 'pudo leer y queda', other: 'pudieron leer y quedan' })} en los resultados como ${pluralEs(failed, { one: 'fallo', other: 'fallos' })}.`;
  },
  elsewhere: (done, total) =>
    `${formatNumber(done)} de ${photos(total)} ${processed(done)}. Lo que termina la otra pestaña aparece aquí por sí solo.`,
  idle: (total) =>
    `${photos(total)} ${pluralEs(total, { one: 'espera', other: 'esperan' })}. Aún no se ha ejecutado nada.`,
  idleSome: (done, total) =>
    `${formatNumber(done)} de ${photos(total)} ${processed(done)}. La ejecución no está en marcha.`,
  empty: 'Aquí no hay fotos. Se buscan archivos JPEG, PNG, TIFF y WebP en todas las subcarpetas. Elija otra carpeta.',
  noPackage:
    'Este muestreo aún no tiene paquete de modelos. Elija uno en la configuración y luego inicie la ejecución.',
  permission: (name) =>
    `El navegador pide permiso antes de volver a leer ${name}. Todo lo hecho está guardado; la ejecución sigue desde ahí.`,
  disconnected: (name) => `${name} no está conectada. Todo lo hecho está guardado; conecte la carpeta para seguir.`,
  allowReading: 'Permitir la lectura',
  connectFolder: 'Conectar carpeta',
  pause: 'Pausar',
  continue: 'Continuar',
  continueRun: 'Continuar ejecución',
  start: 'Iniciar ejecución',
  stop: 'Detener',
  openGallery: 'Abrir galería',
  openSetup: 'Configuración',
  export: 'Exportar',
  facts: {
    timeLeft: 'Tiempo restante',
    speed: 'Velocidad',
    backend: 'Motor de cálculo',
    timePerPhoto: 'Tiempo por foto',
    failed: 'No se pudieron leer',
    restarts: 'Reiniciada',
  },
  restarts: (count) => pluralEs(count, { one: 'una vez', other: `${formatNumber(count)} veces` }),
  restartsHint: 'falló una parte de la ejecución; sus fotos se repitieron y no se perdió ninguna',
  notKnown: 'aún no se sabe',
  doneAt: (time) => `fin previsto: ${time}`,
  noTimeLeft: 'no queda nada por hacer',
  perMinute: 'fotos por min',
  milliseconds: (ms) => `${formatNumber(ms)} ms`,
  stages: (read, detect, name) => `leer ${read} · detectar ${detect} · nombrar ${name}`,
  backends: { webgpu: 'WebGPU', wasm: 'WASM' },
  threads: (count, workers) => {
    const each = `${formatNumber(count)} ${pluralEs(count, { one: 'hilo', other: 'hilos' })}`;
    return workers === 1 ? each : `${formatNumber(workers)} en paralelo, ${each} cada una`;
  },
  reasons: {
    forced: 'elegido en los ajustes',
    'webgpu-faster': 'aquí es más rápido que WASM, y con los mismos números',
    'webgpu-slower': 'aquí es más rápido que WebGPU',
    'no-adapter': 'este navegador no ofrece WebGPU',
    'software-adapter': 'aquí solo hay una imitación de un procesador gráfico',
    'self-test-failed': 'WebGPU dio otros números en la autoprueba',
    'webgpu-error': 'WebGPU no aceptó el modelo',
    'fell-back': 'el procesador gráfico dejó de responder',
  },
  fellBack: (speed) =>
    `El procesador gráfico dejó de responder. La ejecución sigue con WASM${speed === null ? '' : `, a unas ${speed} fotos por min`}. No se pierde nada.`,
  details: 'Detalles',
  newest: 'Lo más reciente',
  newestHint: 'Todos los resultados hasta ahora ya están en la galería',
  newestNone: 'Los primeros resultados aparecen aquí en cuanto se guardan.',
  showBlanks: 'Mostrar las vacías',
  allBlank: 'Las fotos más recientes están todas vacías.',
  soFar: 'Hasta ahora, en fotos',
  soFarNone: 'Nada todavía.',
  moreLabels: (count) => `${formatNumber(count)} más en la galería`,
  failures: 'No se pudieron leer',
  failuresHint: 'Quedan en los resultados como fallos. La ejecución sigue.',
  failuresHintEnded: 'Quedan en los resultados como fallos.',
  moreFailures: (count) => `${formatNumber(count)} más en la galería`,
  label: 'Etiqueta',
  count: 'Fotos',
};
