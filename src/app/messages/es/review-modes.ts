import { formatNumber } from '../../shared/format/number-format';
import type { reviewModes as english } from '../en/review-modes';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;
const frames = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'toma', other: 'tomas' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'caja', other: 'cajas' })}`;
const events = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'evento', other: 'eventos' })}`;

const seenOf = (seen: number, all: number) =>
  `${formatNumber(seen)} de ${formatNumber(all)} ${pluralEs(all, { one: 'vista', other: 'vistas' })}`;
const eventsReviewed = (done: number, total: number) =>
  `${formatNumber(done)} de ${events(total)} ${pluralEs(total, { one: 'revisado', other: 'revisados' })}`;
const imagesReviewed = (done: number, total: number) =>
  `${formatNumber(done)} de ${images(total)} ${pluralEs(total, { one: 'revisada', other: 'revisadas' })}`;

/** The tab "Review": how far it is, and ways to go through the images. */
export const reviewModes: SameWords<typeof english> = {
  title: 'Revisar los resultados',
  intro:
    'Lo que dice la máquina es una propuesta. Aquí la comprueban personas: una muestra, evento por evento, o primero las imágenes dudosas. Cada respuesta se puede deshacer.',
  back: 'Revisión',
  progress: {
    title: 'Estado de la revisión',
    bar: 'Imágenes revisadas',
    done: imagesReviewed,
    timeLeft: (duration) => `Quedan unos ${duration} a su ritmo`,
    noPace: 'El tiempo restante se indica tras unas respuestas más.',
    species: 'Por especie',
    speciesTable: 'Estado de cada especie',
    columns: { species: 'La máquina dice', reviewed: 'Revisadas', total: 'Imágenes', agreement: 'Concordancia' },
    agreementHint: 'De las imágenes revisadas, la parte en la que la persona dice lo mismo.',
    nothingNamed: 'Sin nombre',
    more: (count) => `Mostrar ${formatNumber(count)} más`,
    none: 'Aún no se ha analizado ninguna imagen.',
    openRun: 'Ir a la configuración',
  },
  reviewer: {
    title: 'Quién revisa',
    label: 'Su nombre',
    hint: 'Se guarda con cada respuesta, en este equipo y en los archivos que se guarden. Puede quedar en blanco.',
  },
  cards: {
    blankCheck: {
      title: 'Control de vacías',
      says: '¿Cuántos animales no detectó la máquina? Mirar una muestra al azar de las imágenes que da por vacías, y parar cuando la respuesta sea lo bastante precisa.',
    },
    eventReview: {
      title: 'Evento por evento',
      says: 'Las fotos cercanas en el tiempo suelen ser una sola visita: confirmar de una vez la especie y la cantidad máxima del evento entero.',
    },
    uncertainFirst: {
      title: 'Primero las inciertas',
      says: 'Las imágenes en las que el clasificador estuvo menos seguro. Útil cuando hay poco tiempo: aquí los errores van primero.',
    },
    speciesReview: {
      title: 'Una especie cada vez',
      says: 'Todos los animales con un mismo nombre, uno junto a otro. Los que no encajan saltan a la vista; el resto se confirma en conjunto.',
    },
    peopleFirst: {
      title: 'Primero las personas',
      says: 'Todas las imágenes que pueden mostrar a una persona, para cuidar la privacidad antes que nada. Marcar lo que debe quedar fuera.',
    },
    agreement: {
      title: 'Concordancia entre máquina y persona',
      says: 'Con qué frecuencia acertó la máquina, por especie, y qué confunde con qué.',
    },
  },
  states: {
    blank: (answered, blanks) =>
      `${formatNumber(answered)} de ${formatNumber(blanks)} ${pluralEs(blanks, { one: 'vacía vista', other: 'vacías vistas' })}`,
    blankResult: (seen, share, interval) =>
      interval === null ? `${seen}: ${share} sin detectar` : `${seen}: ${share} sin detectar, ${interval}`,
    noBlank: 'Ninguna imagen se da por vacía.',
    events: eventsReviewed,
    noEvents: 'Ninguna foto tiene hora.',
    images: imagesReviewed,
    species: (left) =>
      left === 0
        ? 'Todas las especies están terminadas.'
        : `${formatNumber(left)} ${pluralEs(left, { one: 'especie', other: 'especies' })} sin terminar`,
    noSpecies: 'Ninguna imagen tiene nombre.',
    people: (done, total) =>
      `${formatNumber(done)} de ${images(total)} ${pluralEs(total, { one: 'resuelta', other: 'resueltas' })}`,
    noPeople: 'Ninguna imagen muestra a una persona, hasta donde la máquina puede ver.',
    agreement: (share, count) => `${share} de ${images(count)}`,
    noAgreement: 'Aún no se ha revisado nada.',
  },
  walk: {
    bar: 'Hechas',
    photo: (name, fileName) => `${name}, ${fileName}`,
    place: (index, total) => `${formatNumber(index)} de ${formatNumber(total)}`,
    previous: 'Imagen anterior',
    next: 'Imagen siguiente',
    open: 'Abrir en la vista de imagen',
    showBoxes: 'Mostrar las cajas',
    hideBoxes: 'Ocultar las cajas',
    loading: 'Ordenando las imágenes',
    again: 'Recorrerlas de nuevo',
    toReview: 'Volver a Revisión',
    group: 'Recorrer las imágenes',
    saysOf: 'Lo que muestra esta imagen',
  },
  blank: {
    title: 'Control de vacías',
    question: '¿Hay algo en esta foto?',
    acts: {
      blank: 'Aquí no hay nada',
      animal: 'Un animal',
      name: 'Nombrar el animal',
      human: 'Una persona',
      vehicle: 'Un vehículo',
      unknown: 'No se puede distinguir',
    },
    answers: {
      blank: 'Su respuesta: aquí no hay nada',
      missed: 'Su respuesta: aquí hay algo',
      unclear: 'Su respuesta: no se puede distinguir',
    },
    options: 'Cuándo parar',
    confidence: 'Nivel de confianza',
    percent: (share) => share,
    goal: 'Parar cuando',
    goals: {
      highest: 'el límite superior sea como mucho',
      'half-width': 'la mitad del intervalo sea como mucho',
    },
    share: 'Porcentaje',
    result: 'Resultado hasta ahora',
    missed: 'sin detectar, de todas las imágenes dadas por vacías',
    notYet: 'Aún no se ha visto ninguna.',
    interval: (confidence, low, high) => `intervalo del ${confidence}: de ${low} a ${high}`,
    seen: seenOf,
    found: (count) => (count === 0 ? 'en ninguna había nada' : `en ${formatNumber(count)} había algo`),
    unclear: (count) =>
      pluralEs(count, {
        one: '1 imagen no se pudo distinguir: cuenta como no vista.',
        other: `${images(count)} no se pudieron distinguir: cuentan como no vistas.`,
      }),
    methods: {
      none: '',
      complete: 'Se vieron todas las imágenes dadas por vacías: no hace falta intervalo.',
      exact: 'Límite exacto para muestreo sin reemplazo, sin hallazgos (hipergeométrica; Buonaccorsi 1987).',
      score: 'Intervalo de puntuación de Wilson, con las cámaras ponderadas por sus imágenes (Korn y Graubard 1998).',
    },
    tight: 'Ya es lo bastante preciso. Se puede parar aquí; si se sigue mirando, será más preciso.',
    notTight: (count) =>
      `Aún no es lo bastante preciso: harán falta unas ${images(count)} en total, si todo sigue así.`,
    complete: 'Se vieron todas las imágenes dadas por vacías: este es el porcentaje mismo, no una estimación.',
    unclearLeft: 'Se vieron todas. Las que no se pudieron distinguir dejan esta duda.',
    peeking: 'Parar en cuanto es lo bastante preciso hace que el intervalo sea un poco demasiado estrecho.',
    foundTitle: 'Imágenes en las que hay algo',
    copy: 'Copiar el resultado',
    none: 'Ninguna imagen se da por vacía',
    noneText: 'No hay nada que comprobar: la máquina encontró algo en todas las imágenes que pudo leer.',
    finished: 'Se han visto todas las imágenes dadas por vacías',
    text: {
      title: (survey, date) => `Control de vacías de ${survey}, ${date}`,
      population: (blanks, cameras) =>
        `Imágenes que la máquina da por vacías: ${formatNumber(blanks)}, de ${formatNumber(cameras)} ${pluralEs(cameras, { one: 'cámara', other: 'cámaras' })}`,
      sample: (answered, seed) =>
        `Vistas: ${formatNumber(answered)}, una muestra al azar sin reemplazo, estratificada por cámara en proporción a sus imágenes (semilla ${seed})`,
      found: (found, unclear) =>
        `Con algo en ellas: ${formatNumber(found)}; no se pudieron distinguir, contadas como no vistas: ${formatNumber(unclear)}`,
      share: (share) => `Sin detectar, de todas las imágenes dadas por vacías: ${share}`,
      method: (method) => `Método: ${method}`,
      camera: (name, blanks, looked, found) =>
        `${name}: ${formatNumber(blanks)} ${pluralEs(blanks, { one: 'vacía', other: 'vacías' })}, ${formatNumber(looked)} ${pluralEs(looked, { one: 'vista', other: 'vistas' })}, ${formatNumber(found)} con algo`,
      model: (name) => `Modelo: ${name}`,
      by: (name) => `Revisado por: ${name}`,
    },
  },
  events: {
    title: 'Evento por evento',
    progress: eventsReviewed,
    place: (index, total) => `Evento ${formatNumber(index)} de ${formatNumber(total)}`,
    facts: (count, duration) => (duration === null ? frames(count) : `${frames(count)} en ${duration}`),
    frames: 'Tomas del evento',
    frame: (index, name) => `Toma ${formatNumber(index)}: ${name}`,
    reviewed: 'revisada',
    suggestion: 'Este evento muestra',
    done: 'Este evento está revisado',
    nothing: 'La máquina no dice nada de este evento: póngale una etiqueta.',
    highest: 'Cantidad máxima',
    highestIn: (index) => `en la toma ${formatNumber(index)}`,
    showFrame: (index) => `Mostrar la toma ${formatNumber(index)}`,
    plan: 'Al confirmar se hace esto',
    kept: (count, name) => `${frames(count)}: ${name}, como está`,
    changed: (count, from, to) => `${frames(count)}: ${from} pasa a ser ${to}`,
    counted: (count, index) => `Cantidad ${formatNumber(count)} en la toma ${formatNumber(index)}`,
    noName: 'sin nombre',
    confirm: 'Confirmar el evento',
    label: 'Otra etiqueta',
    blank: 'Vacía',
    mark: (name) => `El evento entero es: ${name}`,
    previousFrame: 'Toma anterior',
    nextFrame: 'Toma siguiente',
    previous: 'Evento anterior',
    skip: 'Saltar, evento siguiente',
    skipShort: 'Saltar',
    showAll: 'También los eventos revisados',
    untimed: (count) =>
      pluralEs(count, {
        one: '1 imagen sin hora no está en ningún evento: revísela en la galería.',
        other: `${images(count)} sin hora no están en ningún evento: revíselas en la galería.`,
      }),
    none: 'No hay eventos',
    noneText: 'Los eventos se forman con fotos que tienen hora. Ninguna la tiene, o aún no se ha analizado ninguna.',
    finished: 'Todos los eventos están revisados',
  },
  agreement: {
    title: 'Concordancia entre máquina y persona',
    intro:
      'La etiqueta principal de cada imagen revisada junto a lo que dijo la máquina. Se supone que la persona tiene razón. Una muestra que no se eligió al azar no dice nada de las demás imágenes.',
    level: 'Comparar por',
    levels: {
      species: 'Especie',
      genus: 'Género',
      family: 'Familia',
      order: 'Orden',
      class: 'Clase',
    },
    agreed: 'Concordancia',
    of: (agreed, all) => `${formatNumber(agreed)} de ${images(all)}`,
    kappa: 'Kappa de Cohen',
    kappaHint: 'Concordancia más allá del azar: 1 es total, 0 no supera al azar.',
    noKappa: 'no tiene valor',
    taxa: 'Precisión y exhaustividad',
    columns: {
      name: 'Nombre',
      machine: 'Máquina',
      human: 'Persona',
      both: 'Ambas',
      precision: 'Precisión',
      recall: 'Exhaustividad',
    },
    precisionHint:
      'Precisión: de lo que la máquina llamó así, la parte que lo es. Exhaustividad: de lo que es así, la parte que la máquina llamó así.',
    table: 'Qué confunde la máquina con qué',
    scroll: (name) => `${name}, tabla`,
    tableHint:
      'Una fila para lo que dice la máquina, una columna para lo que dice la persona. Elija un número para ver sus imágenes.',
    corner: 'Máquina; en columnas, persona',
    cell: (count, machine, human) =>
      machine === human
        ? `${images(count)}: ambas dicen ${machine}`
        : `${images(count)}: máquina ${machine}, persona ${human}`,
    relations: {
      same: 'coinciden',
      wider: 'la máquina es menos específica',
      narrower: 'la persona es menos específica',
      other: 'difieren',
    },
    legend: 'En la tabla',
    more: (count) => `Mostrar ${formatNumber(count)} más`,
    none: 'Aún no se ha revisado nada',
    noneText: 'Máquina y persona se pueden comparar en cuanto haya algunas imágenes revisadas.',
  },
  uncertain: {
    title: 'Primero las inciertas',
    measure: 'Inciertas por',
    measures: {
      margin: 'Primera y segunda opción muy juntas',
      'least-confidence': 'Mejor puntuación baja',
      entropy: 'Muchas opciones posibles',
    },
    scores: 'El clasificador dice',
    none: 'Ninguna imagen tiene nombre todavía',
    noneText: 'Las imágenes llegan aquí cuando se han analizado.',
    finished: 'Todas las imágenes están revisadas',
  },
  species: {
    title: 'Una especie cada vez',
    choose: 'Especie',
    option: (name, left) => `${name} (${pluralEs(left, { one: 'queda', other: 'quedan' })} ${formatNumber(left)})`,
    grid: 'Animales con este nombre',
    hint: 'Elija los que son otra cosa con un clic o con la barra espaciadora. Las cajas de una misma foto van juntas.',
    progress: (left, total) => `${boxes(left)} de ${formatNumber(total)} sin revisar`,
    box: (fileName, number) => `${fileName}, caja ${formatNumber(number)}`,
    whole: (fileName) => `${fileName}, foto entera`,
    chosen: (count) => `${images(count)} ${pluralEs(count, { one: 'elegida', other: 'elegidas' })}`,
    confirmAll: (count) => (count === 1 ? 'Confirmar esta imagen' : `Confirmar las ${images(count)}`),
    confirmRest: (count) => (count === 1 ? 'Confirmar la otra imagen' : `Confirmar las otras ${images(count)}`),
    relabel: (count) =>
      count === 0
        ? 'Cambiar la etiqueta de las elegidas'
        : pluralEs(count, {
            one: 'Cambiar la etiqueta de la elegida',
            other: `Cambiar la etiqueta de las ${formatNumber(count)} elegidas`,
          }),
    clear: 'No elegir ninguna',
    open: 'Abrir la foto que tiene el foco',
    none: 'Ninguna imagen tiene nombre todavía',
    finished: (name) => `Todas las imágenes llamadas ${name} están revisadas`,
    next: (name) => `Seguir con ${name}`,
  },
  people: {
    title: 'Primero las personas',
    leaveOut: 'Marcar para dejar fuera, y seguir',
    hint: 'Las cajas de persona cuentan por débiles que sean. Las imágenes marcadas llevan la marca en la galería, en el archivo del muestreo y para los demás.',
    none: 'Ninguna imagen muestra a una persona',
    noneText:
      'El detector no encontró a ninguna persona, ni siquiera débilmente. Aun así puede que se le haya escapado alguna: el control de vacías dice con qué frecuencia ocurre.',
    finished: 'Todas las imágenes con personas están resueltas',
  },
};
