import type { galleryViews as english } from '../en/gallery-views';
import type { SameWords } from '../same-words';

/** Saved views of the gallery. */
export const galleryViews: SameWords<typeof english> = {
  button: 'Vistas',
  save: 'Guardar esta vista…',
  saveTitle: 'Guardar esta vista',
  saveHint:
    'Filtros, orden, grupos y mosaico con un nombre propio. Las vistas se guardan en este navegador y sirven en todos los muestreos.',
  name: 'Nombre',
  nameMissing: 'Escriba un nombre.',
  nameTaken: 'Ya hay una vista con este nombre. Al guardar se sustituye.',
  saveAct: 'Guardar',
  replaceAct: 'Sustituir',
  manage: 'Renombrar o eliminar…',
  manageTitle: 'Vistas guardadas',
  empty: 'Aún no hay ninguna vista guardada.',
  rename: (name) => `Renombrar ${name}`,
  renamed: 'Renombrar',
  delete: (name) => `Eliminar ${name}`,
  show: (name) => `Mostrar ${name}`,
  everything: 'Todo, como al principio',
  close: 'Cerrar',
};
