import { formatNumber } from '../../shared/format/number-format';
import type { imageProblems as english } from '../en/image-problems';
import type { SameWords } from '../same-words';

/** Why a photo could not be read or analysed. `short` stands in a tile, `full` in the image view. */
export const imageProblems: SameWords<typeof english> = {
  'file-missing': {
    short: 'el archivo no está',
    full: 'No se pudo leer: el archivo ya no está, o el navegador ya no puede leerlo. Conecte la carpeta y continúe la ejecución.',
  },
  'file-empty': {
    short: 'archivo sin contenido',
    full: 'No se pudo leer: el archivo tiene 0 bytes. Queda en los resultados como fallo.',
  },
  'not-an-image': {
    short: 'no es una imagen',
    full: 'No se pudo leer: el archivo no es una imagen, diga lo que diga su extensión. Queda en los resultados como fallo.',
  },
  'file-ends-early': {
    short: 'archivo incompleto',
    full: 'No se pudo leer: el archivo termina antes de tiempo. Queda en los resultados como fallo. Si la tarjeta aún lo tiene, cópielo de nuevo.',
  },
  'too-large': {
    short: 'demasiados píxeles',
    full: `No se pudo leer: la imagen tiene más de ${formatNumber(178_956_970)} píxeles, el límite del programa de referencia. Queda en los resultados como fallo.`,
  },
  undecodable: {
    short: 'dañado o de tipo desconocido',
    full: 'No se pudo leer: parece una imagen, pero está dañada o es de un tipo que este navegador no conoce. Queda en los resultados como fallo.',
  },
  'not-in-file': {
    short: 'no está en los archivos de resultados',
    full: 'Los archivos de resultados de los que se hizo este muestreo no contienen a la vez cajas y clases de esta imagen. Queda en los resultados como fallo.',
  },
  'detector-failed': {
    short: 'el detector se detuvo',
    full: 'El detector no pudo procesar esta imagen, así que no tiene cajas. Queda en los resultados como fallo; las demás imágenes no se ven afectadas.',
  },
  'classifier-failed': {
    short: 'el clasificador se detuvo',
    full: 'El clasificador no pudo procesar esta imagen, así que tiene cajas pero no especie. Queda en los resultados como fallo; las demás imágenes no se ven afectadas.',
  },
};
