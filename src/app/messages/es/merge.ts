import { formatNumber, numberFormat } from '../../shared/format/number-format';
import type { merge as english } from '../en/merge';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'caja', other: 'cajas' })}`;

export const merge: SameWords<typeof english> = {
  title: 'Fusionar resultados de otros equipos',
  intro:
    'Las fotos de este muestreo que se analizaron en otro equipo no hace falta analizarlas de nuevo: sus resultados pasan a formar parte de él. Antes se muestra qué cambiaría.',
  start: {
    title: 'Suelte aquí un archivo de muestreo',
    dragging: 'Suelte para fusionar',
    text: 'En el otro equipo: Exportar, formato «Archivo de muestreo de Understory». También se pueden fusionar predicciones de SpeciesNet (JSON). Las fotos se encuentran por su ruta; las que se movieron, por su contenido.',
    choose: 'Elegir un archivo',
  },
  noImages:
    'Este muestreo aún no tiene fotos. Abra antes la carpeta de las fotos: los resultados se fusionan con sus imágenes.',
  reading: (name, entries) => `Leyendo ${name}: ${images(entries)} hasta ahora`,
  comparing: (name) => `Comparando ${name} con este muestreo`,
  plan: {
    title: 'Lo que cambiaría',
    from: (name) => `Del muestreo ${name}`,
    predictions: 'Predicciones de SpeciesNet: redondeadas, y sin horas ni tamaños de las fotos',
    paths: (here, there) =>
      [
        'Las fotos se encuentran por su ruta',
        ...(there === '' ? [] : [`sin «${there}» allí`]),
        ...(here === '' ? [] : [`sin «${here}» aquí`]),
      ].join(', ') + '.',
    pathsNone: 'Ninguna de sus rutas es de este muestreo.',
    moved: (count) =>
      `${images(count)} ${pluralEs(count, { one: 'está', other: 'están' })} en otro lugar y se ${pluralEs(count, { one: 'encontró', other: 'encontraron' })} por su contenido.`,
    adopts: (name) => `El muestreo adopta el paquete de modelos ${name}, con el que se hicieron estos resultados.`,
    outcome: 'Resultado',
    count: 'Imágenes',
    outcomes: {
      taken: 'Nuevas de allí',
      equal: 'Iguales en ambos',
      less: 'Se conservan: aquí se sabe más',
      conflicts: 'Conflictos',
      unknown: 'No están en este muestreo',
      reviews: 'Revisiones adoptadas',
    },
    means: {
      taken: 'aún sin procesar aquí, o no se pudieron leer aquí',
      equal: 'no cambia nada',
      less: 'no cambia nada',
      conflicts: 'ambos tienen resultados, y difieren: elija abajo',
      unknown: 'no se guarda nada de ellas',
      reviews: 'nadie las ha revisado aquí, o solo antes',
    },
    unknownList: 'Rutas que no están en este muestreo',
    apply: (count) => `Fusionar ${images(count)}`,
    applyReviews: (count) => `Adoptar revisiones de ${images(count)}`,
    nothing: 'Con estas opciones no cambiaría nada.',
    cancel: 'Cancelar',
    applying: (name) => `Fusionando ${name}`,
    progress: 'Imágenes fusionadas',
  },
  conflicts: {
    title: 'Conflictos',
    text: 'Ambos equipos tienen resultados de estas imágenes. No se pierde nada: una fusión se puede deshacer hasta que se cierra la página.',
    all: 'Para todos los conflictos',
    of: (name) => `Resultados de ${name}`,
    mine: 'Conservar los míos',
    theirs: 'Tomar los suyos',
    file: 'Otra foto con la misma ruta',
    fileSize: 'Otra foto con la misma ruta: su tamaño es distinto',
    imageSize: 'La foto tiene otras dimensiones',
    noBoxesHere: 'Cajas solo allí',
    noBoxesThere: 'Cajas solo aquí',
    onlyHere: (count) => `${boxes(count)} solo aquí`,
    onlyThere: (count) => `${boxes(count)} solo allí`,
    conf: (difference) => `confianza con ${difference} de diferencia`,
    bbox: (difference) => `caja desplazada ${difference}`,
    label: (here, there) => `${here} aquí, ${there} allí`,
    score: (difference) => `puntuación con ${difference} de diferencia`,
    number: (value) => numberFormat({ minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(value),
  },
  applied: {
    title: 'Fusionado',
    text: (count, replaced) =>
      `${images(count)} ${pluralEs(count, { one: 'tiene', other: 'tienen' })} resultados de allí` +
      (replaced === 0
        ? '.'
        : `; ${formatNumber(replaced)} de ellas ${pluralEs(replaced, { one: 'tenía', other: 'tenían' })} otros antes.`),
    undo: 'Deshacer la fusión',
    until: 'Se puede deshacer hasta que se cierra la página.',
    gallery: 'Abrir la galería',
    missing: 'Sus imágenes pequeñas se quedan en el otro equipo; las fotos a tamaño completo se leen de la carpeta.',
  },
  state: {
    offered: (name) => `${name} espera su elección`,
    applied: (count) => `${images(count)} ${pluralEs(count, { one: 'fusionada', other: 'fusionadas' })}`,
  },
};
