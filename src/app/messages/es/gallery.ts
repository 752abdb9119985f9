import { formatNumber } from '../../shared/format/number-format';
import type { gallery as english } from '../en/gallery';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => pluralEs(count, { one: '1 imagen', other: `${formatNumber(count)} imágenes` });

export const gallery: SameWords<typeof english> = {
  title: 'Galería',
  shownOf: (shown, total) => (shown === total ? images(total) : `${formatNumber(shown)} de ${formatNumber(total)}`),
  shownOfAtLength: (shown, total) => `Se muestran ${formatNumber(shown)} de ${images(total)}`,
  search: 'Buscar',
  searchPlaceholder: 'Especie, nombre de archivo',
  species: 'Especie',
  expand: (name) => `Mostrar los grupos de ${name}`,
  collapse: (name) => `Ocultar los grupos de ${name}`,
  /** Chips of what differs from the result that the survey is compared with. */
  differsBy: {
    any: 'Difiere en algo',
    label: 'Difiere: etiqueta',
    boxes: 'Difiere: cajas',
    'box-labels': 'Difiere: nombres de cajas',
    failure: 'Difiere: fallo en uno',
    'only-here': 'No está en el otro resultado',
    score: (above) => `Difiere: puntuación, en más de ${above}`,
    transition: (from, to) => `${from} aquí, ${to} allí`,
  },
  comparing: (name) => `Comparando con ${name}`,
  notCompared: 'Este muestreo ya no se compara con otro resultado. Quite el filtro para ver sus imágenes.',
  textChip: (text) => `«${text}»`,
  heldBackChip: (name, place) => `${name}, retenida en ${place}`,
  remove: (name) => `Quitar el filtro ${name}`,
  clear: 'Borrar',
  clearAll: 'Borrar todos',
  removeLast: 'Quitar el último filtro',
  filters: 'Filtros',
  filtersWith: (count) => `Filtros ${formatNumber(count)}`,
  showImages: (count) => `Mostrar ${images(count)}`,
  sort: 'Ordenar',
  sorts: {
    name: 'Por ruta',
    oldest: 'Más antiguas primero',
    newest: 'Más recientes primero',
    species: 'Por especie',
    highest: 'Mayor puntuación primero',
    lowest: 'Menor puntuación primero',
    confident: 'Caja más fuerte primero',
    faint: 'Caja más débil primero',
    uncertain: 'Más inciertas primero',
  },
  size: 'Tamaño de las fotos',
  grid: 'Imágenes',
  noMatch: (filters, total) =>
    `Ninguna imagen cumple ${filters === 1 ? 'este filtro' : `estos ${formatNumber(filters)} filtros`}. Hay ${images(total)} en el muestreo.`,
  noMatchTitle: 'Sin coincidencias',
  empty: 'Aquí no hay fotos. Se buscan archivos JPEG, PNG, TIFF y WebP en todas las subcarpetas. Elija otra carpeta.',
  emptyTitle: 'Sin fotos',
  listing: (found) =>
    pluralEs(found, {
      one: '1 foto encontrada hasta ahora.',
      other: `${formatNumber(found)} fotos encontradas hasta ahora.`,
    }),
  loading: (percent) => `Leyendo los resultados, ${percent}`,
  notRun: (total) =>
    `Hay ${images(total)} en la lista y aún no se ha procesado ninguna. Inicie la ejecución para ver cajas y nombres.`,
  openSetup: 'Configuración',
  running: (done, total) => `Ejecución en marcha: ${formatNumber(done)} de ${formatNumber(total)} procesadas`,
  showRun: 'Ver la ejecución',
  cutOff: (done, total) =>
    `La ejecución terminó en ${formatNumber(done)} de ${formatNumber(total)}. Todo lo hecho está guardado.`,
  continueRun: 'Continuar ejecución',
  disconnected: (name) => `${name} no está conectada. Los resultados están aquí; las fotos a tamaño completo, no.`,
  permissionNeeded: (name) =>
    `El navegador pide permiso antes de volver a leer ${name}. Los resultados están aquí; las fotos a tamaño completo, no.`,
  connectFolder: 'Conectar carpeta',
  allowReading: 'Permitir la lectura',
  export: 'Exportar',
};
