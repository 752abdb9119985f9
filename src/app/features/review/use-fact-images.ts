import { useState } from 'react';
import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import { haveSameFacts } from './same-facts';

/** The survey's images as they were when their facts last changed: the same array for as long as people only review. */
export function useFactImages({ images }: Pick<OpenSurvey, 'images'>): readonly SurveyImage[] {
  const [taken, setTaken] = useState(images);
  if (taken === images || haveSameFacts(taken, images)) return taken;
  setTaken(images);
  return images;
}
