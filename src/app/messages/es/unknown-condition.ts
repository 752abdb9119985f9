import type { ConditionWords } from '../condition-words';

export const unknownCondition = (): ConditionWords => ({
  title: 'Ha ocurrido algo inesperado',
  meaning: 'Todas las fotos procesadas están guardadas en este equipo; no se ha borrado nada.',
  next: 'Recargue la página y pruebe de nuevo. Si vuelve a ocurrir, los detalles de abajo ayudan a quien lo investigue.',
  action: 'reload',
});
