import { formatNumber } from '../../shared/format/number-format';
import type { tour as english } from '../en/tour';
import type { SameWords } from '../same-words';

/** The first look around: an invitation on the first screen, and five steps that say where things are. */
export const tour: SameWords<typeof english> = {
  inviteTitle: '¿Es su primera vez aquí?',
  invite: 'Cinco pasos breves muestran dónde está cada cosa. Se pueden dejar en cualquier momento.',
  start: 'Mostrar dónde está todo',
  notNow: 'Ahora no',
  label: (step, of) => `Vistazo, paso ${formatNumber(step)} de ${formatNumber(of)}`,
  back: 'Atrás',
  next: 'Siguiente',
  skip: 'Saltar el resto',
  finish: 'Listo',
  steps: [
    {
      target: 'open',
      title: 'Sus fotos',
      text: 'Abra la carpeta de una tarjeta de memoria, o suéltela aquí. Las fotos se quedan donde están: nada se copia y nada se sube.',
    },
    {
      target: 'demo',
      title: 'Doce fotos para probar',
      text: 'La demostración no necesita nada suyo. Muestra todo el camino: una ejecución, la galería, la revisión y la exportación.',
    },
    {
      target: 'computer',
      title: 'Lo que hace el trabajo',
      text: 'Un paquete de modelos encuentra los animales y les da nombre. Añádalo una vez; después funciona sin red.',
    },
    {
      target: 'privacy',
      title: 'Nada sale de aquí',
      text: 'Cada petición que hace la aplicación queda anotada. Aquí se dice cuántas fueron a otras direcciones.',
    },
    {
      target: 'help',
      title: 'Todo por su nombre',
      text: 'Ctrl+K enumera lo que se puede hacer en una pantalla, ? muestra todas las teclas. En la galería, C confirma lo que dice la máquina, L da otra etiqueta, y todo se puede deshacer.',
    },
  ],
};
