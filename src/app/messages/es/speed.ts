import { formatNumber, formatPercent } from '../../shared/format/number-format';
import type { speed as english } from '../en/speed';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const photos = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'foto', other: 'fotos' })}`;

/** Words of the speed presets and of fast detectors; fetched with the screens that need them. */
export const speed: SameWords<typeof english> = {
  title: 'Detector rápido',
  of: (name) => `Detector rápido de ${name}`,
  intro:
    'Una segunda forma de este detector que necesita menos tiempo. Se crea en este equipo a partir del detector instalado y se mide junto a él con sus propias fotos. Nunca es la referencia: las ejecuciones que lo usan lo dicen, en los resultados y en los archivos.',
  ways: {
    label: 'Cómo',
    int8: {
      name: 'Números enteros (int8)',
      notOfHalves: 'No es posible: este detector recibe sus imágenes en media precisión (float16).',
      says: 'El mismo detector, calculando con números enteros pequeños. Cerca del doble de rápido en el procesador; un procesador gráfico gana poco.',
    },
    smaller: (side) => ({
      name: `Imágenes más pequeñas (${side}\u00a0px)`,
      says: 'El mismo detector con imágenes más pequeñas. Lo primero que se pierde son los animales pequeños y lejanos.',
    }),
    other: (name) => ({ name, says: 'Otro detector que está instalado.' }),
  },
  makeTitle: 'Crear un detector rápido',
  make: 'Crear un detector rápido a partir de este',
  makeAgain: 'Crear otro',
  withSurvey: (name, count) => `Se crea y se mide con ${photos(count)} de ${name}.`,
  choosePhotos: 'Elegir fotos',
  chooseFolder: 'Elegir una carpeta',
  needsPhotos: (fewest) =>
    `Elija fotos de sus cámaras, al menos ${formatNumber(fewest)}: unas fijan los rangos, las demás miden. Se quedan en este equipo y no se guardan.`,
  steps: {
    preparing: 'Preparando el detector',
    calibrating: 'Mirando los rangos de sus números',
    writing: 'Escribiendo el detector nuevo',
    reference: 'Preguntando al detector de referencia',
    fast: 'Preguntando al detector rápido',
  },
  progress: 'Creando un detector rápido',
  facts: {
    madeFrom: 'Creado a partir de',
    agreement: 'Concordancia',
    conf: 'Mayor diferencia de confianza',
    time: 'Tiempo por imagen',
    size: 'Tamaño',
    photos: 'Medido con',
    made: 'Creado',
  },
  agreement: (agreeing, images) =>
    `${formatPercent(images === 0 ? 0 : agreeing / images)}: las mismas cajas en ${formatNumber(agreeing)} de ${photos(images)}`,
  lost: (missed, added) =>
    missed + added === 0
      ? 'No se perdió ni se añadió ninguna caja.'
      : `${pluralEs(missed, { one: 'Falta', other: 'Faltan' })} ${formatNumber(missed)} ${pluralEs(missed, { one: 'caja', other: 'cajas' })} de la referencia, ${pluralEs(added, { one: 'se añadió', other: 'se añadieron' })} ${formatNumber(added)}.`,
  withBoxes: (count) =>
    `${photos(count)} de ellas ${pluralEs(count, { one: 'muestra', other: 'muestran' })} algo; las demás están vacías para la referencia.`,
  time: (fastMs, referenceMs) =>
    `${formatNumber(Math.round(fastMs))} ms en lugar de ${formatNumber(Math.round(referenceMs))} ms`,
  times: (ratio) => `${ratio} veces más rápido`,
  notFaster: 'no es más rápido en este equipo',
  slower: 'es más lento en este equipo',
  on: { webgpu: 'procesador gráfico', wasm: 'procesador' },
  photosOf: (name, count, calibrated) =>
    `${photos(count)}${name === '' ? '' : ` de ${name}`}${calibrated === 0 ? '' : `; rangos de ${pluralEs(calibrated, { one: 'otra', other: `otras ${formatNumber(calibrated)}` })}`}`,
  madeBy: (date, version) => `${date}, con la versión ${version}`,
  remove: 'Quitar el detector rápido',
  removeTitle: '¿Quitar el detector rápido?',
  removeText:
    'Los resultados obtenidos con él se quedan y lo siguen diciendo. Se puede volver a crear en cualquier momento.',
  made: 'El detector rápido está listo. Solo se usa donde la velocidad de un muestreo es «Rápida».',
  refusals: {
    'too-few-photos': (fewest, count) =>
      `${formatNumber(count)} ${pluralEs(count, { one: 'foto legible es muy poco', other: 'fotos legibles son muy pocas' })}: se necesitan al menos ${formatNumber(fewest)}. No se ha guardado nada.`,
    'too-different': (share, least) =>
      `Concuerda con la referencia en el ${share} de las fotos; menos del ${least} no basta para ponerse en su lugar. No se ha guardado nada. Con otras fotos, o de otra manera, puede ir mejor.`,
    'run-going':
      'La ejecución de un muestreo ocupa las redes, aquí o en otra pestaña. Cree el detector rápido cuando haya terminado.',
  },
  cancelled: 'Cancelado. No se ha guardado nada.',
  busy: 'Se está creando otro detector rápido: uno cada vez.',
  row: 'Velocidad',
  presets: {
    reference: { name: 'Referencia', says: 'Exactamente los números del programa de referencia.' },
    fast: {
      name: 'Rápida',
      says: (name, agreement, gain) =>
        `${name}: ${gain}. Concordó con la referencia en el ${agreement} de las fotos con las que se midió; el resto se pierde o es distinto.`,
      none: 'Todavía no hay detector rápido: se crea a partir de este, con fotos del muestreo.',
    },
  },
  perMinute: (count) => `Unas ${count} fotos por minuto para el detector.`,
  fastMissing: 'Cree primero un detector rápido, o elija «Referencia».',
  mixed: (fast) =>
    `${photos(fast)} de este muestreo ${pluralEs(fast, { one: 'tiene', other: 'tienen' })} cajas de un detector rápido. Cada foto dice con qué se analizó.`,
  secondLook: {
    title: 'Segunda mirada',
    says: (count) =>
      `${photos(count)} de la ejecución rápida ${pluralEs(count, { one: 'es dudosa', other: 'son dudosas' })}: sin caja de animal de 0,50 o más, en un evento que tiene animales. El detector de referencia puede volver a ${pluralEs(count, { one: 'mirarla', other: 'mirarlas' })}; su respuesta sustituye a la rápida, y ambas quedan registradas. Las fotos que usted revisó no se tocan.`,
    none: 'Nada es dudoso: una segunda mirada no cambiaría nada.',
    done: (count) => `${photos(count)} con una segunda mirada del detector de referencia.`,
    start: (count) => `Dar una segunda mirada a ${photos(count)}`,
  },
  run: { fast: (name) => `Rápida: ${name}`, secondLook: 'Segunda mirada con el detector de referencia' },
  why: {
    head: 'Velocidad',
    fast: (name, agreement) =>
      `Las cajas son las del detector rápido ${name}, que concordó con la referencia en el ${agreement} de las fotos con las que se midió. No son el resultado de la referencia.`,
    secondLook: (name, before) =>
      `Mirada dos veces: el detector rápido ${name} ${before}. Vale la respuesta del detector de referencia.`,
    nothing: 'no encontró nada',
    found: (what, conf) => `encontró ${what} con una confianza máxima de ${conf}`,
  },
};
