import type { commands as english } from '../en/commands';
import type { SameWords } from '../same-words';

/** The list of everything that can be done on the screen. */
export const commands: SameWords<typeof english> = {
  title: 'Comandos',
  search: 'Buscar comandos',
  placeholder: 'Escriba lo que quiere hacer',
  none: 'Ningún comando tiene estas palabras.',
  open: 'Comandos',
  groups: { goTo: 'Ir a', help: 'Ayuda' },
  goTo: (screen) => `Ir a ${screen}`,
  showKeys: 'Mostrar todas las teclas',
  showAround: 'Dar una vuelta',
};
