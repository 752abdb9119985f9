import { formatNumber } from '../../shared/format/number-format';
import type { tour as english } from '../en/tour';
import type { SameWords } from '../same-words';

/** The first look around. */
export const tour: SameWords<typeof english> = {
  inviteTitle: '¿Es su primera vez?',
  invite: 'Cinco pasos breves muestran dónde está cada cosa. Se pueden dejar en cualquier momento.',
  start: 'Dar una vuelta',
  notNow: 'Ahora no',
  label: (step, of) => `Una vuelta, paso ${formatNumber(step)} de ${formatNumber(of)}`,
  back: 'Atrás',
  next: 'Siguiente',
  skip: 'Saltar el resto',
  finish: 'Listo',
  steps: [
    {
      title: 'Sus fotos',
      text: 'Abra la carpeta de una tarjeta de memoria, o suéltela aquí. Las fotos se quedan donde están: nada se copia y nada se sube.',
    },
    {
      title: 'Doce fotos para probar',
      text: 'La demostración no necesita nada suyo. Muestra todo el camino: un análisis, la galería, la revisión y la exportación.',
    },
    {
      title: 'Quién hace el trabajo',
      text: 'Un paquete de modelos encuentra los animales y les da nombre. Se añade una vez; después funciona sin red.',
    },
    {
      title: 'Nada sale de aquí',
      text: 'Se anota cada petición que hace la aplicación. Aquí se ve cuántas fueron a otras direcciones.',
    },
    {
      title: 'Todo por su nombre',
      text: 'Ctrl+K muestra todo lo que se puede hacer en una pantalla, ? muestra todas las teclas. En la galería C confirma lo que dice la máquina, L da otra etiqueta, y todo se puede deshacer.',
    },
  ],
};
