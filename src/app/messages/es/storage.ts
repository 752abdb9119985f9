import type { storage as english } from '../en/storage';
import type { SameWords } from '../same-words';

export const storage: SameWords<typeof english> = {
  title: 'Almacenamiento en este equipo',
  models: 'Modelos',
  results: 'Aplicación, resultados y revisiones',
  previews: 'Vistas previas',
  used: (used, free) => (free === null ? `${used} en uso` : `${used} en uso, ${free} libres`),
  free: (free) => `${free} libres.`,
  persisted: 'El navegador ha prometido conservarlo.',
  notPersisted:
    'El navegador puede borrarlo cuando falte espacio, y una ventana privada lo olvida al cerrarse. Exporte antes los resultados, o pida al navegador que lo conserve.',
  reading: 'Leyendo cuánto hay guardado',
};
