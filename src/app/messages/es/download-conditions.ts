import type { ConditionWords } from '../condition-words';
import type { downloadConditions as english } from '../en/download-conditions';
import type { SameWords } from '../same-words';

const KEPT = 'Lo que ha llegado hasta ahora se conserva.';
const NOTHING_KEPT = 'El archivo se eliminó y no ha cambiado nada más.';

const byHand = (title: string, meaning: string, next: string): ConditionWords => ({
  title,
  meaning,
  next,
  action: null,
});

/** What can happen while the app fetches a model. */
export const downloadConditions: SameWords<typeof english> = {
  'download-interrupted': () =>
    byHand('La descarga se interrumpió', KEPT, 'Compruebe la conexión y pruebe de nuevo: sigue donde se quedó.'),
  'download-unreachable': () =>
    byHand(
      'No se puede llegar al servidor desde una página web',
      'No se descargó nada.',
      'Compruebe la conexión. Si otras páginas se abren, este servidor no lo permite: descargue el archivo por su cuenta y suéltelo aquí.',
    ),
  'download-answer': (details) =>
    byHand(
      `El servidor no dio el archivo (respuesta ${details.text('status', 'desconocida')})`,
      KEPT,
      'Puede que lo hayan movido o que pida iniciar sesión. Pruebe otra fuente, o descárguelo por su cuenta y suéltelo aquí.',
    ),
  'download-not-listed': () =>
    byHand(
      'Esta descarga ya no está en la lista de modelos',
      'No se descargó nada de direcciones distintas de las aceptadas.',
      'Cancélela y elija una descarga de la lista actual.',
    ),
  'download-needs-service-worker': () =>
    byHand(
      'Aún no se puede llegar a otros servidores',
      'No se descargó nada. Las descargas pasan por la parte de la aplicación que lleva el registro de red, y aún no está lista.',
      'Recargue la página una vez y pruebe de nuevo. En ventanas privadas puede seguir desactivada: entonces, descargue el archivo por su cuenta.',
    ),
  'download-wrong-size': (details) =>
    byHand(
      `${details.text('name', 'El archivo')} tiene otro tamaño que el publicado`,
      NOTHING_KEPT,
      'La fuente puede tener otra versión, o el archivo está incompleto. Pruebe otra fuente, o descárguelo por su cuenta.',
    ),
  'download-wrong-hash': (details) =>
    byHand(
      `${details.text('name', 'El archivo')} no es el archivo publicado: su suma de comprobación es otra`,
      NOTHING_KEPT,
      'Pruebe otra fuente, o descárguelo por su cuenta de sus autores.',
    ),
  'download-elsewhere': () =>
    byHand(
      'Otra pestaña está descargando esto',
      'Nada se descarga dos veces.',
      'Siga en la otra pestaña, o ciérrela y pruebe de nuevo aquí.',
    ),
  'catalog-unreadable': () =>
    byHand(
      'No se pudo leer la lista de modelos',
      'Los archivos que ya tenga se pueden añadir de todos modos.',
      'Recargue la página. Si sigue así, avise a quien aloja esta aplicación; los detalles dicen qué se encontró.',
    ),
};
