import { formatNumber } from '../../shared/format/number-format';
import type { geofence as english } from '../en/geofence';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const rules = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'regla', other: 'reglas' })}`;

/** The tool "Geofence" of the tab "Refine". */
export const geofence: SameWords<typeof english> = {
  title: 'Geocerca',
  intro:
    'Los nombres que el paquete no espera en un lugar se retienen. Aquí se ve cuáles, y se corrige con reglas propias.',
  switches: {
    title: 'Interruptores',
    geofence: 'Retener los nombres que no corresponden al lugar',
    geofenceSays: 'Desactivado: vale la primera opción, se haya tomado la foto donde se haya tomado.',
    rollup: 'Retroceder a un grupo más amplio cuando ningún nombre es seguro',
    rollupSays: 'Desactivado: lo que no es bastante seguro queda sin nombre.',
    wouldChange: (count, isOn) =>
      count === 0
        ? `${isOn ? 'Desactivarlo' : 'Activarlo'} no cambia ninguna etiqueta.`
        : `${isOn ? 'Desactivarlo' : 'Activarlo'} cambia la etiqueta de ${images(count)}.`,
    counting: 'Contando lo que cambia.',
    afterRun: 'Lo que cambia se cuenta cuando termina la ejecución.',
  },
  held: {
    title: 'Retenidas',
    total: (count) => `Primeras opciones en ${images(count)}`,
    firstChoice: 'Primera opción',
    images: 'Imágenes',
    animals: 'Animales',
    why: 'Motivo',
    became: 'Pasó a ser',
    act: 'Cambiar',
    show: (count) => `: mostrar ${count === 1 ? 'su imagen' : `sus ${images(count)}`}`,
    allow: 'Permitir aquí',
    allowLong: (name, place) => `Permitir aquí: ${name} en ${place}`,
    ownRule: 'Regla propia',
    release: {
      'country-not-allowed': (place) => `El paquete no la sitúa en ${place}`,
      'region-not-allowed': (place) => `El paquete no la sitúa en ${place}`,
      'country-blocked': (place) => `El paquete la bloquea en ${place}`,
      'region-blocked': (place) => `El paquete la bloquea en ${place}`,
    },
    own: (taxon, place) => `Bloqueo de ${taxon} en ${place}`,
    becameCount: (name, count) => `${name}, ${images(count)}`,
    moreTargets: (count) => `+${formatNumber(count)}`,
    onWay: (count) =>
      `En ${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })} más no se retuvo ninguna primera opción, sino un grupo más amplio en el camino del retroceso taxonómico.`,
    showMore: (count) => `Mostrar ${formatNumber(count)} más`,
    loading: 'Leyendo los resultados.',
    none: 'No se retiene nada',
    noneText: 'Cada primera opción que era bastante segura se espera en su lugar.',
    noFacts: 'Aún no se ha analizado ninguna foto. Cuando empiece la ejecución, lo retenido aparece aquí.',
    off: 'La geocerca está desactivada',
    offText: 'No se retiene nada, y las reglas propias no tienen efecto hasta que se active.',
    noPlace: 'Ninguna imagen tiene país',
    noPlaceText:
      'Sin país no se retiene nada. Se indica en la configuración y se puede cambiar sin una nueva ejecución.',
    noPackage: 'Sin paquete de modelos',
    noPackageText: 'El paquete de este muestreo no está aquí. Su tabla dice qué corresponde a cada lugar.',
    noTable: 'Este paquete no tiene tabla de geocerca. Solo las reglas propias retienen nombres.',
    openSetup: 'Abrir configuración',
    openModels: 'Abrir modelos',
  },
  own: {
    title: 'Reglas propias',
    count: (count) => rules(count),
    intro:
      'Van antes que la tabla del paquete. Gana la regla del taxón más cercano; para un mismo taxón, la posterior.',
    empty: 'Aún no hay reglas propias. Añada una abajo, permita un nombre en la tabla de arriba o importe una lista.',
    import: 'Importar CSV',
    export: 'Exportar CSV',
    removeAll: 'Quitar todas',
    taxon: 'Taxón',
    rule: 'Regla',
    place: 'Dónde',
    state: 'Observación',
    act: 'Cambiar',
    rules: { allow: 'Permitir', block: 'Bloquear' },
    remove: (rule) => `Quitar la regla: ${rule}`,
    inWords: (rule, taxon, place) => `${rule === 'allow' ? 'permitir' : 'bloquear'} ${taxon} en ${place}`,
    takenBack: (number) => `Anulada por la regla ${formatNumber(number)}`,
    problems: {
      'unknown-taxon': 'No está en este paquete',
      'country-code': 'No es un código de país',
      'region-code': 'No es un código de estado',
    },
    exportNote: (left) =>
      `El archivo tiene la forma de geofence_fixes.csv de speciesnet. ${pluralEs(left, { one: `Se omite ${rules(left)}, anulada`, other: `Se omiten ${rules(left)}, anuladas` })} por otra posterior: allí un bloqueo siempre gana, venga lo que venga después.`,
    number: 'N.º',
  },
  add: {
    title: 'Añadir una regla',
    taxon: 'Taxón',
    rule: 'Regla',
    country: 'País',
    countryPlaceholder: 'Nombre o código',
    noCountry: 'Ningún país coincide.',
    state: 'Estado',
    statePlaceholder: 'Cualquier estado',
    noState: 'Ningún estado coincide.',
    add: 'Añadir regla',
    needsTaxon: 'Elija un taxón para ver qué cambia la regla.',
    needsCountry: 'Elija un país para ver qué cambia la regla.',
    isThere: 'Esta regla ya está en la lista.',
  },
  preview: {
    counting: 'Contando las imágenes que cambian.',
    afterRun: 'Las imágenes que cambian se cuentan cuando termina la ejecución.',
    change: (count) => `${images(count)} ${pluralEs(count, { one: 'cambia', other: 'cambian' })}.`,
    none: 'No cambia ninguna imagen.',
    becomes: 'pasa a ser',
    more: (count) => `y ${images(count)} más`,
    noLabel: 'sin nombre',
  },
  importing: {
    title: (name) => `Reglas de ${name}`,
    fresh: (count) => `${rules(count)} ${pluralEs(count, { one: 'es nueva', other: 'son nuevas' })}.`,
    known: (count) => `${rules(count)} ya ${pluralEs(count, { one: 'está', other: 'están' })} en la lista.`,
    withProblems: (count) =>
      `${rules(count)} no se ${pluralEs(count, { one: 'puede', other: 'pueden' })} usar con este paquete:`,
    others: (count) => `y ${formatNumber(count)} más`,
    addThem: 'Añadir también estas',
    addThemHint: 'No tienen efecto hasta que el muestreo tenga un paquete que las conozca.',
    add: (count) => `Añadir ${rules(count)}`,
    nothing: 'No hay nada que añadir.',
    reading: 'Leyendo',
  },
  line: (held, own) =>
    [
      held === 0 ? null : `Primeras opciones retenidas en ${images(held)}`,
      own === 0 ? null : `${rules(own)} ${pluralEs(own, { one: 'propia', other: 'propias' })}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  back: 'Afinar',
};
