import { formatNumber } from '../../shared/format/number-format';
import type { runConditions as english } from '../en/run-conditions';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const SAVED = 'Todo lo hecho está guardado.';

/** What can happen while a folder is opened, read and analysed. */
export const runConditions: SameWords<typeof english> = {
  'worker-died': () => ({
    title: 'La parte que ejecuta las redes se detuvo',
    meaning: `${SAVED} No se pierde nada.`,
    next: 'Continúe la ejecución: esa parte se inicia de nuevo y sigue con la foto siguiente.',
    action: 'continue-run',
  }),
  'device-lost': (details) => {
    const rate = details.number('imagesPerMinute');
    return {
      title: 'El procesador gráfico dejó de responder',
      meaning: 'No se pierde nada.',
      next:
        rate === null
          ? 'La ejecución sigue con WASM, que es más lento.'
          : `La ejecución sigue con WASM, a unas ${formatNumber(rate)} fotos por min.`,
      action: null,
    };
  },
  'fell-back': () => ({
    title: 'El procesador gráfico no pudo seguir',
    meaning: 'No se pierde nada.',
    next: 'La ejecución sigue con WASM, que es más lento.',
    action: null,
  }),
  'running-elsewhere': () => ({
    title: 'Este muestreo se está ejecutando en otra pestaña',
    meaning:
      'Solo una pestaña a la vez puede ejecutarlo, para que ninguna foto se analice dos veces. Esta muestra lo que hace la otra.',
    next: 'Pause o detenga la ejecución en la otra pestaña. Cuando termine allí, puede seguir aquí.',
    action: null,
  }),
  'run-under-way': () => ({
    title: 'Hay una ejecución en marcha',
    meaning:
      'Solo hay un muestreo abierto a la vez, así que otro espera hasta que termine esta ejecución. No ha cambiado nada.',
    next: 'Detenga antes la ejecución; todo lo hecho está guardado y puede seguir más tarde.',
    action: null,
  }),
  'run-failed': () => ({
    title: 'La ejecución se detuvo',
    meaning: `${SAVED} No se pierde ninguna foto.`,
    next: 'Continúe la ejecución. Si vuelve a detenerse en el mismo lugar, los detalles dicen por qué.',
    action: 'continue-run',
  }),
  'models-failed': () => ({
    title: 'El paquete de modelos no se pudo iniciar',
    meaning: SAVED,
    next: 'Pruebe de nuevo el paquete en la pantalla Modelos, use WASM en Ajustes, o añada otra vez el paquete.',
    action: 'open-models',
  }),
  'networks-unavailable': () => ({
    title: 'Las redes no se pudieron abrir',
    meaning: SAVED,
    next: 'Pruebe de nuevo con WASM en Ajustes, o añada otra vez el paquete. Los detalles dicen qué se rechazó.',
    action: 'open-models',
  }),
  'package-missing': () => ({
    title: 'El paquete de modelos de este muestreo no está en este equipo',
    meaning: 'Los resultados y las revisiones están aquí; sin él no se pueden analizar fotos nuevas.',
    next: 'Añada de nuevo el paquete, o elija otro en la configuración.',
    action: 'open-models',
  }),
  'folder-gone': (details) => ({
    title: `${details.text('name', 'La carpeta')} no está conectada`,
    meaning: 'Los resultados y las revisiones están aquí; las fotos a tamaño completo, no.',
    next: 'Conecte el disco y abra de nuevo la carpeta.',
    action: 'reconnect-folder',
  }),
  'permission-denied': (details) => ({
    title: `El navegador no puede leer ${details.text('name', 'la carpeta')}`,
    meaning: 'Los resultados y las revisiones están aquí; las fotos a tamaño completo, no.',
    next: 'Conecte de nuevo la carpeta y permita la lectura cuando el navegador lo pida.',
    action: 'reconnect-folder',
  }),
  'nothing-found': (details) => {
    const files = details.number('files');
    return {
      title:
        files === null || files === 0
          ? 'No hay fotos en lo que se abrió'
          : pluralEs(files, {
              one: 'El archivo no es una foto',
              other: `Ninguno de los ${formatNumber(files)} archivos es una foto`,
            }),
      meaning: 'No se creó ningún muestreo.',
      next: 'Abra la carpeta de las fotos: se leen .jpg, .jpeg, .png, .tif, .webp y otros, en carpetas dentro de carpetas.',
      action: null,
    };
  },
  'demo-unavailable': () => ({
    title: 'No se pudo cargar la demostración',
    meaning: 'No ha cambiado nada más.',
    next: 'La primera vez, la demostración se descarga de la dirección de esta aplicación. Conéctese a la red una vez y pruebe de nuevo.',
    action: null,
  }),
  'no-survey': () => ({
    title: 'Este muestreo no está en este equipo',
    meaning: 'Los muestreos se guardan en el navegador en el que se crearon. Ahora no se ha borrado nada.',
    next: 'Abra de nuevo su carpeta para volver a crearlo, o use el navegador en el que se creó.',
    action: null,
  }),
  'download-failed': (details) => ({
    title: `${details.text('name', 'Un archivo')} no se pudo cargar`,
    meaning: 'No ha cambiado nada más.',
    next: 'Conéctese a la red una vez y pruebe de nuevo.',
    action: null,
  }),
  'save-failed': (details) => ({
    title: `${details.text('name', 'El archivo')} no se pudo guardar`,
    meaning: 'Los resultados en Understory no se ven afectados; el archivo puede estar incompleto.',
    next: 'Compruebe que hay espacio y que se puede escribir ahí, y guarde de nuevo.',
    action: null,
  }),
  'start-failed': () => ({
    title: 'Understory no pudo iniciarse',
    meaning: 'Los muestreos y los resultados siguen en este equipo; no se ha borrado nada.',
    next: 'Recargue la página. Si sigue así, pruebe una versión actual de Chrome, Edge, Firefox o Safari.',
    action: 'reload',
  }),
};
