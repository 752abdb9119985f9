import type { labelConditions as english } from '../en/label-conditions';
import type { SameWords } from '../same-words';

/** Files with names of labels that can't be used. */
export const labelConditions: SameWords<typeof english> = {
  'names-refused': (details) => ({
    title: `${details.text('name', 'El archivo')} no es una lista de nombres comunes`,
    meaning: 'No se ha cambiado nada.',
    next: 'Debe ser un archivo CSV de 8 MB como máximo cuya primera línea nombre las columnas: «scientific name» (o «label», «uuid») y «common name», quizá «language». La línea incorrecta figura en Detalles.',
    action: 'choose-files',
  }),
};
