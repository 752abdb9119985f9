import { formatNumber } from '../../shared/format/number-format';
import type { shell as english } from '../en/shell';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';
import { tableName } from './table-name';

export const shell: SameWords<typeof english> = {
  skipLink: 'Ir al contenido',
  mainNavigation: 'Principal',
  surveyNavigation: 'Este muestreo',
  surveys: 'Muestreos',
  models: 'Modelos',
  settings: 'Ajustes',
  setup: 'Configuración',
  run: 'Ejecución',
  gallery: 'Galería',
  refine: 'Afinar',
  export: 'Exportar',
  home: 'Understory, muestreos',
  backToSurveys: 'Volver a los muestreos',
  switchSurvey: (name) => `${name}: cambiar de muestreo`,
  allSurveys: 'Todos los muestreos',
  menu: 'Menú',
  help: 'Teclado',
  nothingLeft: 'Nada salió de este equipo',
  requestsLeft: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'petición', other: 'peticiones' })} a otras direcciones`,
  networkLog: 'mostrar registro de red',
  runPill: (percent, timeLeft) => (timeLeft === null ? percent : `${percent}, ${timeLeft}`),
  runPillLabel: (words) => `Ejecución: ${words}. Ver la ejecución`,
  preparing: 'Preparando',
  dropToOpen: 'Suelte para abrir',
  dropHint:
    'Las fotos y las carpetas pasan a ser un muestreo; los paquetes de modelos van a Modelos. Sus fotos se quedan donde están.',
  dropHintSurvey:
    'Los archivos de resultados y las listas (JSON, CSV, TXT) son para este muestreo. Una carpeta pasa a ser un muestreo propio. No se sube nada.',
  updateReady: 'Hay una versión nueva lista.',
  reload: 'Recargar',
  updateWaits: 'Se toma al recargar; una ejecución sigue donde estaba.',
  starting: 'Abriendo lo guardado en este equipo',
  openingSurvey: 'Abriendo el muestreo',
  startFailed: 'Understory no pudo iniciarse',
  notFound: 'No hay nada en esta dirección',
  notFoundText: 'El enlace puede ser antiguo o estar cortado. Sus muestreos están en la primera pantalla.',
  surveyNotFound: 'Este muestreo no está en este navegador',
  surveyNotFoundText:
    'Los muestreos se quedan en el navegador en el que se crearon, y desaparecen cuando se eliminan. Abra de nuevo la carpeta para volver a crearlo.',
  goHome: 'Ir a los muestreos',
  screenBroken: 'Esta pantalla dejó de funcionar',
  screenBrokenText: 'Todo lo guardado sigue ahí. Recargue la página para seguir.',
  conditionActions: {
    'choose-files': 'Elegir otro archivo',
    'open-models': 'Abrir modelos',
    'show-storage': 'Mostrar almacenamiento',
    'reconnect-folder': 'Conectar carpeta',
    'continue-run': 'Continuar ejecución',
    reload: 'Recargar',
  },
  toasts: {
    'survey-deleted': (details) => `${details['name'] ?? 'Muestreo'}: eliminado.`,
    'package-added': (details) => `${details['name'] ?? 'Paquete de modelos'}: añadido. Funciona sin conexión.`,
    'package-incomplete': (details) => `${details['name'] ?? 'Paquete de modelos'}: añadido. Le falta su detector.`,
    'package-known': (details) => `${details['name'] ?? 'El paquete de modelos'} ya está aquí, completo.`,
    'package-completed': (details) =>
      `${details['name'] ?? 'El paquete de modelos'} está completo con ${details['detector'] ?? 'su detector'}. Funciona sin conexión.`,
    'packages-completed': (details) =>
      `${details['count'] ?? 'Varios'} paquetes están completos con ${details['detector'] ?? 'su detector'}.`,
    'package-exchanged': (details) =>
      `${details['name'] ?? 'El paquete de modelos'} encuentra ahora animales con ${details['detector'] ?? 'el otro detector'}.`,
    'package-beside': (details) =>
      `${details['name'] ?? 'El paquete de modelos'} con ${details['detector'] ?? 'el otro detector'} queda junto al anterior, que algunos muestreos aún usan.`,
    'package-updated': (details) =>
      `${details['name'] ?? 'El paquete de modelos'} tiene una ${tableName(String(details['role'] ?? ''))} nueva: ${details['file'] ?? ''}. Los nombres la siguen de inmediato.`,
    'package-tested': (details) => `Autoprueba de ${details['name'] ?? 'el paquete de modelos'} terminada.`,
    'package-removed': (details) => `${details['name'] ?? 'Paquete de modelos'}: quitado.`,
    'view-deleted': (details) => `Vista ${details['name'] ?? ''} eliminada.`,
    'export-saved': (details) => `${details['name'] ?? 'Archivo'}: guardado.`,
    'import-applied': (details) => `${details['name'] ?? 'El archivo'} ya forma parte de este muestreo.`,
    'file-removed': (details) => `${details['name'] ?? 'El archivo'} ya no forma parte de este muestreo.`,
    'own-rules-added': ({ count, rule, name, place }) =>
      count === 1
        ? `Regla añadida: ${ruleName(rule)} ${name ?? 'un taxón'} en ${place ?? 'ese lugar'}.`
        : `${count ?? 'Varias'} reglas de geocerca añadidas.`,
    'own-rules-removed': ({ count, rule, name, place }) =>
      count === 1
        ? `Regla quitada: ${ruleName(rule)} ${name ?? 'un taxón'} en ${place ?? 'un lugar'}.`
        : `${count ?? 'Varias'} reglas de geocerca quitadas.`,
    'own-rules-known': ({ count }) =>
      count === 1 ? 'Esta regla ya está en la lista.' : 'Estas reglas ya están en la lista.',
    'repeats-rejected': (details) => {
      const stacks = Number(details['count']);
      const boxes = Number(details['boxes']);
      return `${formatNumber(stacks)} ${pluralEs(stacks, { one: 'pila rechazada', other: 'pilas rechazadas' })}, ${formatNumber(boxes)} ${pluralEs(boxes, { one: 'caja', other: 'cajas' })}.`;
    },
    'comparison-removed': (details) => `${details['name'] ?? 'El archivo'} ya no se compara.`,
    'merge-applied': (details) => {
      const count = Number(details['count'] ?? 0);
      return `${details['name'] ?? 'Archivo'}: fusionado. ${formatNumber(count)} ${pluralEs(count, { one: 'imagen tiene', other: 'imágenes tienen' })} resultados de allí.`;
    },
    'merge-undone': () => 'Se deshizo la fusión.',
    copied: () => 'Copiado.',
  },
};

/** Rules come as the words of the code. */
const ruleName = (rule: string | number | undefined) => (rule === 'block' ? 'bloquear' : 'permitir');
