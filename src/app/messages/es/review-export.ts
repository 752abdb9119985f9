import { formatNumber } from '../../shared/format/number-format';
import type { reviewExport as english } from '../en/review-export';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => `${formatNumber(count)} ${pluralEs(count, { one: 'imagen', other: 'imágenes' })}`;

/** What the export dialog says of the review. */
export const reviewExport: SameWords<typeof english> = {
  about: {
    'review-csv': {
      name: 'Tabla de la revisión (CSV)',
      says: 'Una línea por cada observación hecha por personas, junto a lo que dijo la máquina, para hojas de cálculo y R',
    },
  },
  useReview: 'Los nombres de la revisión en lugar de los de la máquina',
  useReviewHint:
    'Las imágenes revisadas llevan sus nombres, con puntuación 1, y sus cajas. Otros programas ya no pueden distinguir unos de otros. Si está desactivado, el archivo es el de la máquina.',
  noReview: 'Aún no se ha revisado nada.',
  reviewed: (count) => `Nombres y cajas de la revisión: ${images(count)}`,
  onlyReviewed: (count) => `${images(count)} de las que las personas dijeron algo; las demás se dejan fuera`,
};
