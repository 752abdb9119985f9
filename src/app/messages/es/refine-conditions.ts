import type { refineConditions as english } from '../en/refine-conditions';
import type { SameWords } from '../same-words';

const nothingChanged = 'No se ha cambiado nada.';

/** Files of other computers and programs that can't stand beside this survey, or be part of it. */
export const refineConditions: SameWords<typeof english> = {
  'compare-refused': (details) => ({
    title: `No se puede comparar con ${details.text('name', 'el archivo')}`,
    meaning: nothingChanged,
    next: 'Elija predicciones de SpeciesNet o resultados de MegaDetector, en JSON. Un archivo de muestreo va en «Fusionar resultados de otros equipos».',
    action: 'choose-files',
  }),
  'merge-refused': (details) => ({
    title: `${details.text('name', 'El archivo')} no se puede fusionar`,
    meaning: nothingChanged,
    next: 'Elija un archivo de muestreo exportado en el otro equipo (.understory.ndjson), o predicciones de SpeciesNet (JSON). Si ya lo es, se cortó o cambió por el camino: cópielo de nuevo.',
    action: 'choose-files',
  }),
  'merge-no-package': () => ({
    title: 'El archivo no tiene resultados',
    meaning: `Su muestreo no se había ejecutado cuando se exportó. ${nothingChanged}`,
    next: 'Ejecútelo en el otro equipo, expórtelo de nuevo y elija el archivo nuevo.',
    action: 'choose-files',
  }),
  'merge-other-labels': (details) => ({
    title: 'Los resultados de allí se hicieron con otro paquete de modelos',
    meaning: `Allí fue ${details.text('name', 'otro paquete')}, aquí es ${details.text('own', 'el de este muestreo')}, y sus listas de etiquetas difieren. Mezclados, los resultados llevarían nombres equivocados. ${nothingChanged}`,
    next: 'Ejecute de nuevo uno de los dos con el mismo paquete, o compare los dos resultados.',
    action: 'choose-files',
  }),
  'merge-other-type': (details) => ({
    title: 'Los resultados de allí se hicieron con un paquete de otro tipo',
    meaning: `${details.text('name', 'Ese paquete')} y ${details.text('own', 'el de este muestreo')} muestran al clasificador partes distintas de una foto. ${nothingChanged}`,
    next: 'Ejecute de nuevo uno de los dos con el mismo paquete, o compare los dos resultados.',
    action: 'choose-files',
  }),
  'merge-labels-unknown': () => ({
    title: 'El archivo no contiene las etiquetas de su paquete de modelos',
    meaning: `No se puede saber si son las de este muestreo. ${nothingChanged}`,
    next: 'Exporte de nuevo el muestreo en el otro equipo y elija el archivo nuevo.',
    action: 'choose-files',
  }),
  'merge-package-missing': (details) => ({
    title: `${details.text('name', 'El paquete de modelos')} no está en este navegador`,
    meaning: `Los resultados de allí se hicieron con él, y este muestreo aún no tiene ninguno propio. ${nothingChanged}`,
    next: 'Añada ese paquete en la pantalla Modelos y elija de nuevo el archivo.',
    action: 'open-models',
  }),
  'merge-no-own-package': () => ({
    title: 'Este muestreo no tiene paquete de modelos',
    meaning: `Sus resultados se importaron, así que los números de clase de otro muestreo no significan nada aquí. ${nothingChanged}`,
    next: 'Elija su paquete en la configuración y elija de nuevo el archivo.',
    action: null,
  }),
  'merge-other-mode': () => ({
    title: 'Los resultados de allí vienen de otro tipo de ejecución',
    meaning: `No contienen lo que este muestreo necesita, o contienen otra cosa. ${nothingChanged}`,
    next: 'Ejecute ambos con la misma elección de lo que se calcula en la configuración.',
    action: null,
  }),
};
