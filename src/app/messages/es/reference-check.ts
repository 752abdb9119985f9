import { formatNumber, numberFormat } from '../../shared/format/number-format';
import type { referenceCheck as english } from '../en/reference-check';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

export const referenceCheck: SameWords<typeof english> = {
  title: 'Comprobar con las fotos de la referencia',
  of: (name) => `Comprobar ${name} con las fotos de la referencia`,
  intro: (photos) =>
    `Otros han publicado lo que da esta red con ${formatNumber(photos)} fotos de prueba. Con las mismas fotos se ve si da lo mismo en este equipo. No se crea ningún muestreo y no se guarda nada.`,
  photosTitle: 'Obtener las fotos',
  where: (repository, folder, licence) =>
    `Están en el repositorio ${repository}, carpeta ${folder}, con la licencia ${licence}. Basta con algunas. Se reconocen por sus bytes, así que su nombre no importa, pero una foto editada o reducida es otra foto.`,
  files: (count) => pluralEs(count, { one: 'La foto', other: `Las ${formatNumber(count)} fotos` }),
  numbersTitle: 'De dónde vienen los números',
  source: (name, repository, file) => `${name}: ${repository}, ${file}.`,
  byChecksum: (version) => `El archivo es ${version} según su suma de comprobación.`,
  byVersion: (version) =>
    `Por versión, no por suma de comprobación: el paquete dice que es ${version}; nadie ha publicado una suma.`,
  inferred: 'Se publicaron para otra edición, que parece tener los mismos pesos. Eso se deduce.',
  tolerances: (conf, box, score) =>
    `Dentro de la tolerancia: confianza con hasta ${decimal(conf)} de diferencia, cada número de una caja hasta ${decimal(box)}, puntuación hasta ${decimal(score)}, y la misma etiqueta. Los números publicados están cortados a 3 o 4 cifras, así que las diferencias menores que ${decimal(0.001)} no dicen nada. Una caja con una confianza cercana al límite de la lista publicada puede faltar en una de las dos.`,
  drop: 'Suelte aquí las fotos, o una carpeta con ellas.',
  dragging: 'Suelte para comprobarlas',
  choose: 'Elegir fotos',
  progress: 'Fotos comprobadas',
  steps: {
    looking: 'Buscando las fotos de la referencia',
    preparing: 'Cargando las redes',
    checking: 'Comprobando',
  },
  photosFound: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'foto de referencia', other: 'fotos de referencia' })}`,
  noPhotos: 'Ninguno de estos archivos es una de las fotos de la referencia.',
  altered: (names) =>
    `${pluralEs(names.length, { one: 'Otro archivo', other: 'Otros archivos' })} con el nombre de una foto de referencia, sin comprobar: ${names.join(', ')}.`,
  others: (count) =>
    `${formatNumber(count)} ${pluralEs(count, { one: 'archivo no es una foto de referencia y no se miró', other: 'archivos no son fotos de referencia y no se miraron' })}.`,
  allWithin: (results, photos) =>
    `Como se publicó: ${results === 1 ? 'el único resultado' : `los ${formatNumber(results)} resultados`} de ${formatNumber(photos)} ${pluralEs(photos, { one: 'foto', other: 'fotos' })} ${pluralEs(results, { one: 'está', other: 'están' })} dentro de la tolerancia.`,
  notAll: (within, outside, missing) =>
    `No como se publicó: de ${formatNumber(within + outside + missing)} resultados, ${formatNumber(outside)} ${pluralEs(outside, { one: 'está', other: 'están' })} fuera de la tolerancia y ${pluralEs(missing, { one: 'falta', other: 'faltan' })} ${formatNumber(missing)}.`,
  cancelled: 'Cancelada. Lo comprobado hasta entonces figura abajo.',
  refused:
    'Hay una ejecución en marcha, y dos juegos de redes necesitan demasiada memoria. Haga la comprobación cuando termine.',
  stopped:
    'La comprobación no pudo seguir. Nada más se ve afectado. Pruebe de nuevo; con WASM en Ajustes si vuelve a detenerse.',
  clear: 'Borrar los resultados',
  copy: 'Copiar como texto',
  resultsOf: (photo) => `Resultados de ${photo}`,
  withinOf: (within, results) => `${formatNumber(within)} de ${formatNumber(results)} dentro`,
  columns: {
    photo: 'Foto',
    what: 'Resultado',
    published: 'Publicado',
    here: 'Aquí',
    difference: 'Diferencia',
    verdict: 'Veredicto',
  },
  verdicts: { within: 'Dentro', outside: 'Fuera', missing: 'Falta' },
  box: (number, category) => `Caja ${formatNumber(number)}, ${category}`,
  unpublishedBox: (category) => `Caja no publicada, ${category}`,
  boxes: 'Cajas',
  firstLabel: 'Primera etiqueta',
  unreadable: 'Foto',
  none: 'ninguna',
  tooFaint: 'ninguna, en el límite',
  conf: (value) => `confianza ${value}`,
  boxDifference: (value) => `caja ${value}`,
  scoreDifference: (value) => `puntuación ${value}`,
  cropOf: (box) => `recorte en ${box}`,
  wholePhoto: 'foto entera',
  otherCrop: 'otro recorte',
  onBackend: { webgpu: 'Calculado con WebGPU.', wasm: 'Calculado con WASM.' },
};

const decimal = (value: number) => numberFormat({ maximumSignificantDigits: 2 }).format(value);
