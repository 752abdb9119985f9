import { formatNumber } from '../../shared/format/number-format';
import type { boxEditor as english } from '../en/box-editor';
import type { SameWords } from '../same-words';

/** Changing the boxes of an image. */
export const boxEditor: SameWords<typeof english> = {
  region: 'Cajas que se pueden cambiar',
  edit: 'Editar cajas',
  finish: 'Terminar',
  hint: 'Arrastre sobre la foto para dibujar una caja. Arrastre una caja o sus tiradores para cambiarla. Doble clic para nombrarla.',
  box: (number, name) => `Caja ${formatNumber(number)}, ${name}`,
  keys: 'Las flechas la mueven, Shift con flechas cambia su tamaño, Enter la nombra, la barra (/) la divide, Delete la elimina',
  reset: 'Volver a las cajas del detector',
};
