import type { surveyNames as english } from '../en/survey-names';
import type { SameWords } from '../same-words';

export const surveyNames: SameWords<typeof english> = {
  demo: 'Demostración',
  photos: 'Fotos',
};
