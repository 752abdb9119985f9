import { MAX_LABEL_NAME, MAX_OWN_LABELS } from '../../../domain/labels/own-label';
import { formatNumber } from '../../shared/format/number-format';
import type { labels as english } from '../en/labels';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const names = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'nombre', other: 'nombres' })}`;
const labelsText = (count: number) =>
  `${formatNumber(count)} ${pluralEs(count, { one: 'etiqueta', other: 'etiquetas' })}`;
const rows = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'fila', other: 'filas' })}`;

/** Choosing a label, own labels, favourites and names in other languages. */
export const labels: SameWords<typeof english> = {
  picker: {
    title: 'Elegir una etiqueta',
    search: 'Buscar etiquetas',
    placeholder: 'Nombre o nombre científico',
    hint: 'Nombres en cualquier orden; los acentos y los pequeños errores no importan. Las cifras eligen mientras no se escribe nada.',
    groups: {
      favourites: 'Favoritas',
      recent: 'Usadas hace poco',
      own: 'Etiquetas propias',
      general: 'Generales',
    },
    current: 'Etiqueta actual',
    preparing: 'Preparando la búsqueda.',
    noPackage: 'No hay ningún paquete de modelos instalado. Sus etiquetas son las que se pueden elegir.',
    none: (query) => `Ninguna etiqueta se llama «${query}». Se puede añadir como etiqueta propia.`,
    found: (count) => `${labelsText(count)} ${pluralEs(count, { one: 'encontrada', other: 'encontradas' })}`,
    pin: (name) => `Fijar ${name} como favorita`,
    unpin: (name) => `Quitar ${name} de las favoritas`,
    nowPinned: (name) => `${name} es ahora una favorita`,
    unpinned: (name) => `${name} ya no es una favorita`,
    results: 'Etiquetas',
    pinKey: 'fijar',
    digit: (digit) => `tecla ${digit}`,
    pinned: 'favorita',
    own: 'etiqueta propia',
    move: 'mover',
    choose: 'elegir',
    digits: 'recientes y favoritas',
    addOwn: 'Añadir etiqueta propia',
  },
  /** Other words by which people look for labels without a taxon; each word of a text is found by itself. */
  synonyms: {
    animal: [],
    blank: ['Vacío', 'Nada'],
    human: ['Humano', 'Gente'],
    vehicle: ['Coche, carro, auto'],
    unknown: ['Sin identificar', 'Dudoso, inseguro'],
  },
  taxon: {
    placeholder: 'Nombre o nombre científico',
    type: 'Escriba un nombre: «bear», «Felidae», «Panthera pardus».',
    none: 'Ningún taxón de este paquete tiene ese nombre.',
  },
  ownForm: {
    addTitle: 'Añadir etiqueta propia',
    changeTitle: 'Cambiar etiqueta propia',
    intro:
      'Un nombre para lo que el paquete no distingue: «zorro rojo melánico» debajo de Vulpes vulpes, «antílope sin identificar» debajo de Bovidae.',
    name: 'Nombre',
    place: 'Debajo de',
    placeHint:
      'El lugar que le corresponde en la taxonomía. Los resúmenes y las exportaciones por taxón la cuentan ahí.',
    save: 'Guardar',
    addAndChoose: 'Añadir y elegir',
    add: 'Añadir',
    back: 'Volver a la búsqueda',
    nameHint: `Como mucho ${MAX_LABEL_NAME} caracteres, sin punto y coma.`,
  },
  /** `name` = of the label that is in the way. */
  ownProblem: (problem, name) => {
    switch (problem.problem) {
      case 'no-name':
        return 'Póngale un nombre.';
      case 'no-letters':
        return 'Un nombre necesita al menos una letra o una cifra.';
      case 'semicolon':
        return 'Un nombre no puede llevar punto y coma: separa los campos de una línea de etiqueta.';
      case 'control-character':
        return 'El nombre tiene un carácter que no se ve. Escríbalo de nuevo.';
      case 'no-place':
        return 'Elija el taxón al que pertenece.';
      case 'too-long':
        return `El nombre tiene ${formatNumber(problem.length)} caracteres. Caben como mucho ${MAX_LABEL_NAME}.`;
      case 'too-many':
        return `Ya hay ${MAX_OWN_LABELS} etiquetas propias. Cambie una que ya no necesite.`;
      case 'own-there':
        return `Ya existe ahí la etiqueta propia «${name}».`;
      case 'package-there':
        return `El paquete ya tiene la etiqueta «${name}». Elíjala, o diga en el nombre cuál es la diferencia.`;
    }
  },
  settings: {
    title: 'Nombres',
    intro: 'Para todos los muestreos de este navegador.',
    ownTitle: 'Etiquetas propias',
    ownText: 'Etiquetas que el paquete no tiene, cada una con su lugar en la taxonomía.',
    ownNone: 'Ninguna todavía.',
    ownAdd: 'Añadir etiqueta propia',
    below: (name) => `debajo de ${name}`,
    change: (name) => `Cambiar ${name}`,
    remove: (name) => `Quitar ${name}`,
    removedTitle: 'Quitadas',
    removedText: 'Ya no se pueden elegir. Las imágenes que tienen una de estas etiquetas la conservan.',
    offer: (name) => `Volver a ofrecer ${name}`,
    offerAgain: 'Volver a ofrecer',
    favouritesTitle: 'Favoritas',
    favouritesText: 'En las teclas 1 a 9, antes que las etiquetas usadas hace poco. Como mucho nueve.',
    favouritesNone: 'Ninguna todavía. Las teclas 1 a 9 eligen las etiquetas usadas hace poco.',
    favouritesAdd: 'Añadir favorita',
    favouritesFull: 'Las nueve teclas ya tienen una favorita. Quite antes una.',
    favouriteGone: 'no está en este paquete',
    up: (name) => `Subir ${name}`,
    down: (name) => `Bajar ${name}`,
    unpin: (name) => `Quitar ${name} de las favoritas`,
    namesTitle: 'Nombres comunes en otro idioma',
    namesText:
      'De un archivo CSV con las columnas «scientific name» (o «label», «uuid») y «common name», y quizá «language». Las exportaciones conservan los nombres del paquete.',
    namesRead: 'Leer CSV',
    reading: 'Leyendo',
    shown: 'Nombres de las etiquetas',
    package: 'Los nombres del paquete',
    packageHint: 'Como los tiene el modelo, en inglés.',
    listHint: (count, fileName) => `${names(count)}, ${fileName}`,
    removeNames: (name) => `Quitar los nombres ${name}`,
    dropText: 'O suéltelo en esta página.',
    match: (named, total) =>
      `${formatNumber(named)} de ${labelsText(total)} del paquete ${pluralEs(named, { one: 'tiene', other: 'tienen' })} nombre en esta lista. Las demás conservan el del paquete.`,
    unmatched: (count) =>
      `${names(count)} no ${pluralEs(count, { one: 'corresponde', other: 'corresponden' })} a ninguna etiqueta del paquete`,
    unmatchedOf: (name, taxon) => `${name} (${taxon})`,
    more: (count) => `y ${formatNumber(count)} más`,
    readReport: (count, fileName) =>
      `${names(count)} ${pluralEs(count, { one: 'leído', other: 'leídos' })} de ${fileName}.`,
    leftOut: (count) => `${rows(count)} del archivo ${pluralEs(count, { one: 'omitida', other: 'omitidas' })}`,
    rowProblem: (line, words) => `Línea ${formatNumber(line)}: ${words}`,
    rowProblems: {
      'no-taxon': 'falta el nombre científico',
      'no-name': 'falta el nombre común',
      'not-a-taxon': 'no es un nombre científico, una etiqueta ni un uuid',
      'name-too-long': 'el nombre es demasiado largo',
      'bad-character': 'el nombre tiene un punto y coma o un carácter que no se ve',
      repeated: 'este taxón ya tiene nombre; cuenta el primero',
    },
    noPackage: 'Cuántas etiquetas tienen nombre se indica cuando hay un paquete de modelos instalado.',
  },
};
