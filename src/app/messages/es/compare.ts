import { formatNumber, numberFormat } from '../../shared/format/number-format';
import { decimal } from '../decimal';
import type { compare as english } from '../en/compare';
import type { SameWords } from '../same-words';
import { listEs, pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'caja', other: 'cajas' })}`;

export const compare: SameWords<typeof english> = {
  title: 'Comparar con otro resultado',
  intro:
    'Un segundo resultado de las mismas fotos junto a este muestreo: dónde coinciden ambos, dónde no, y por cuánto. Ninguno cuenta como el correcto, y no se cambia nada.',
  start: {
    title: 'Suelte aquí un archivo de resultados',
    dragging: 'Suelte para comparar',
    text: 'Predicciones de SpeciesNet o resultados de MegaDetector (JSON), de Python, de otro equipo o de otros ajustes. Se queda en este navegador.',
    choose: 'Elegir un archivo',
    other: 'Otro archivo',
  },
  reading: (name, entries) => `Leyendo ${name}: ${images(entries)} hasta ahora`,
  comparing: (name) => `Comparando con ${name}`,
  again: 'El muestreo ha cambiado. Comparando de nuevo.',
  progress: 'Imágenes comparadas',
  file: (form, count) => `Resultado de ${form === 'speciesnet' ? 'SpeciesNet' : 'MegaDetector'}, ${images(count)}`,
  copy: 'Copiar resumen',
  remove: 'Quitar',
  removeLong: 'Quitar la comparación',
  noResults: 'Ninguna foto de este muestreo tiene resultados todavía. Se comparan cuando los haya.',
  paths: {
    exact: 'Encontradas por sus rutas, que son las mismas en ambos.',
    prefix: (here, there) =>
      [
        'Encontradas por sus rutas',
        ...(there === '' ? [] : [`sin «${there}» en el archivo`]),
        ...(here === '' ? [] : [`sin «${here}» aquí`]),
      ].join(', ') + '.',
    none: 'Ninguna imagen del archivo es una de este muestreo con resultados: puede que sea de otra carpeta.',
    noneExample: (path) => `El archivo habla de «${path}».`,
  },
  equal: {
    title: 'Igual a la referencia',
    /** The file is the reference only when the Python program wrote it. */
    text: (compared) =>
      `Las ${images(compared)} que tienen ambos son iguales dentro de las tolerancias estrictas: tan iguales como pueden serlo dos ejecuciones de las mismas redes. Si el archivo viene del programa de Python, este muestreo es lo que ese programa habría escrito.`,
    oneText:
      'La única imagen que tienen ambos es igual dentro de las tolerancias estrictas: tan igual como pueden serlo dos ejecuciones de las mismas redes.',
    not: 'No es igual',
    notText: (parts) => `Fuera de las tolerancias estrictas: ${listEs(parts)}.`,
    tolerances: (conf, bbox, score) =>
      `Estrictas: hasta ${decimal(conf)} de diferencia en la confianza, hasta ${decimal(bbox)} en cada número de una caja, hasta ${decimal(score)} en la puntuación, y las mismas etiquetas y fuentes.`,
    by: {
      failure: (count) => `un fallo en uno de los dos en ${images(count)}`,
      label: (count) => `otra etiqueta en ${images(count)}`,
      source: (count) => `otra fuente de la etiqueta en ${images(count)}`,
      score: (count) => `la puntuación en ${images(count)}`,
      boxes: (count) => `una caja de más o de menos en ${images(count)}`,
      'box-labels': (count) => `otro nombre de una caja en ${images(count)}`,
      conf: (count) => `la confianza de las cajas en ${images(count)}`,
      bbox: (count) => `la posición de las cajas en ${images(count)}`,
    },
    share: (close, all) => `solo ${formatNumber(close)} de ${boxes(all)} en su sitio`,
  },
  numbers: {
    title: 'Imágenes',
    compared: 'En ambos',
    equal: 'Sin diferencia',
    onlyHere: 'Solo aquí',
    onlyThere: 'Solo en el archivo',
    labels: 'Misma etiqueta',
    noLabels: 'no se compara: uno de los dos no nombra nada',
    percent: (value) => numberFormat({ maximumFractionDigits: 1 }).format(value) + ' %',
    none: 'ninguna',
  },
  onlyThereList: 'Rutas que solo están en el archivo',
  differences: {
    title: 'Qué difiere',
    kind: 'Diferencia',
    count: 'Imágenes',
    show: 'Mostrar en la galería',
    showOf: (kind) => `Mostrar en la galería: ${kind}`,
    kinds: {
      label: 'Otra etiqueta',
      score: 'Misma etiqueta, otra puntuación',
      boxes: 'Otras cajas',
      'box-labels': 'Otros nombres de cajas',
      failure: 'Falló en uno de los dos',
      'only-in-a': 'Solo aquí',
      'only-in-b': 'Solo en el archivo',
    },
    rules: (score, conf, bbox) =>
      `Es una diferencia: otra etiqueta, una puntuación que difiere en más de ${decimal(score)}, una caja de confianza ${decimal(0.1)} o más sin pareja, o una cuya confianza difiere en más de ${decimal(conf)} o cuya posición difiere en más de ${decimal(bbox)}.`,
    scoreAbove: 'Puntuación que difiere en más de',
  },
  spreads: {
    title: 'Cuánto difieren los números',
    of: 'Número',
    count: 'Pares',
    median: 'Mediana',
    p95: '95 %',
    max: 'Máximo',
    score: 'Puntuación de la misma etiqueta',
    conf: 'Confianza de las cajas',
    bbox: 'Posición de las cajas',
    text: `Cajas de confianza ${decimal(0.1)} o más que se solapan a la mitad o más. Posición: la mayor diferencia de los cuatro números, como parte de la imagen.`,
    number: (value) => numberFormat({ minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(value),
  },
  boxes: {
    title: 'Cajas',
    category: 'Categoría',
    matched: 'En ambos',
    onlyHere: 'Solo aquí',
    onlyThere: 'Solo en el archivo',
    none: 'No hay cajas que comparar: uno de los dos no tiene ninguna.',
  },
  transitions: {
    title: 'Etiquetas que cambiaron',
    from: 'Aquí',
    to: 'En el archivo',
    count: 'Imágenes',
    none: 'Todas las etiquetas son iguales.',
    more: (count) => `Mostrar ${formatNumber(count)} más`,
  },
  list: {
    title: 'Imágenes que difieren',
    order: 'Primero la mayor diferencia',
    none: 'Ninguna imagen difiere.',
    label: (from, to) => `${from} aquí, ${to} allí`,
    score: (difference) => `puntuación con ${difference} de diferencia`,
    failedHere: 'falló aquí',
    failedThere: 'falló allí',
    onlyHere: (count) => `${boxes(count)} solo aquí`,
    onlyThere: (count) => `${boxes(count)} solo allí`,
    conf: (difference) => `confianza con ${difference} de diferencia`,
    bbox: (difference) => `caja desplazada ${difference}`,
    boxNames: 'otros nombres de cajas',
    notThere: 'no está en el archivo',
    notHere: 'no está aquí',
  },
  answers: {
    title: 'Comparación',
    with: (name) => `con ${name}`,
    equal: 'Ambos dicen lo mismo.',
    notThere: 'Esta imagen no está en el otro resultado.',
    what: 'Qué',
    here: 'Aquí',
    there: 'Allí',
    label: 'Etiqueta',
    score: 'Puntuación',
    source: 'Fuente',
    state: 'Estado',
    failed: 'Falló',
    read: 'Leída',
    box: (number) => `Caja ${formatNumber(number)}`,
    none: '–',
    more: (count) =>
      `${boxes(count)} con confianza inferior a ${decimal(0.1)} ${pluralEs(count, { one: 'omitida', other: 'omitidas' })}`,
    theirBoxes: 'Mostrar las cajas del otro resultado',
    open: 'Abrir la comparación',
  },
  state: {
    kept: (name) => `Con ${name}`,
    equal: (name) => `Igual a ${name}`,
    differing: (count, name) => `${images(count)} ${pluralEs(count, { one: 'difiere', other: 'difieren' })} de ${name}`,
  },
  text: {
    head: (survey, file) => `Comparación de ${survey} con ${file}`,
  },
};
