import type { additionConditions as english } from '../en/addition-conditions';
import type { SameWords } from '../same-words';
import { tableName } from './table-name';

/** Why a file that is no package by itself found no place among the installed packages. */
export const additionConditions: SameWords<typeof english> = {
  'no-package-for-rules': (details) => ({
    title: `Ningún paquete instalado tiene una ${tableName(details.text('role', ''))} que este archivo pueda actualizar`,
    meaning: 'El archivo es correcto. No se guardó nada y no ha cambiado nada más.',
    next: 'Añada primero el .tar.gz de SpeciesNet, que trae la suya. Después suelte otra vez este archivo para actualizarla.',
    action: 'choose-files',
  }),
};
