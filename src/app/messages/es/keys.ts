import type { KeyGroup, keys as english } from '../en/keys';
import type { SameWords } from '../same-words';

/** The same keys in the same order as in the English list; a test compares both. */
const groups: readonly KeyGroup[] = [
  {
    title: 'En todas partes',
    keys: [
      { combinations: ['Tab', 'Shift+Tab'], does: 'Control siguiente, control anterior' },
      { combinations: ['Enter', 'Space'], does: 'Pulsar el control que tiene el foco' },
      { combinations: ['Esc'], does: 'Cerrar lo que está abierto' },
      { combinations: ['Ctrl+K'], does: 'Todo lo que se puede hacer aquí, por su nombre' },
      { combinations: ['?'], does: 'Esta lista' },
    ],
  },
  {
    title: 'Ejecución',
    keys: [{ combinations: ['Space'], does: 'Iniciar, pausar, continuar' }],
  },
  {
    title: 'Galería',
    keys: [
      { combinations: ['←', '→', '↑', '↓'], does: 'Moverse entre las imágenes' },
      { combinations: ['Page Up', 'Page Down'], does: 'Moverse una pantalla' },
      { combinations: ['Home', 'End'], does: 'Primera imagen, última imagen' },
      { combinations: ['Enter', 'O'], does: 'Abrir la imagen' },
      { combinations: ['Enter', '←', '→'], does: 'En un grupo: abrirlo, cerrarlo' },
      { combinations: ['+', '-'], does: 'Miniaturas más grandes, más pequeñas' },
    ],
  },
  {
    title: 'Imagen',
    keys: [
      { combinations: ['←', '→'], does: 'Imagen anterior, imagen siguiente' },
      { combinations: ['+', '-'], does: 'Acercar, alejar' },
      { combinations: ['0'], does: 'Ajustar la foto a la ventana' },
      { combinations: ['Z'], does: 'Tamaño real' },
      { combinations: ['H'], does: 'Ocultar las cajas, mostrar las cajas' },
      { combinations: ['[', ']'], does: 'Evento anterior, evento siguiente' },
      { combinations: ['Esc'], does: 'Volver a la galería' },
    ],
  },
  {
    title: 'Seleccionar en la galería',
    keys: [
      { combinations: ['Space', 'X'], does: 'Seleccionar la imagen' },
      { combinations: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], does: 'Seleccionar un intervalo' },
      { combinations: ['Ctrl+A'], does: 'Seleccionar todas las imágenes mostradas' },
      { combinations: ['G'], does: 'Seleccionar el evento entero' },
      { combinations: ['Shift+G'], does: 'Seleccionar todas las que tienen esta etiqueta' },
      { combinations: ['Esc'], does: 'Quitar la selección' },
    ],
  },
  {
    title: 'Revisión, dondequiera que se revisan imágenes',
    keys: [
      { combinations: ['C'], does: 'Confirmar lo que dice la máquina y seguir con la siguiente sin revisar' },
      { combinations: ['Shift+C'], does: 'Confirmar lo que queda del grupo o del evento y seguir' },
      { combinations: ['L', 'Shift+L'], does: 'Cambiar la etiqueta, añadir una especie' },
      { combinations: ['1'], does: 'Etiqueta favorita, reciente o frecuente, hasta 9' },
      { combinations: ['B', 'P', 'V'], does: 'Vacía, persona, vehículo' },
      { combinations: ['A', 'U'], does: 'Animal sin identificar, no se puede distinguir' },
      { combinations: ['Shift+1'], does: 'Cantidad, hasta Shift+9' },
      { combinations: ['F', 'S', 'N'], does: 'Marcar, destacar, nota' },
      { combinations: ['E'], does: 'Editar las cajas de una imagen' },
      { combinations: ['Backspace', 'Delete'], does: 'Retirar la revisión' },
      { combinations: ['Ctrl+Z'], does: 'Deshacer' },
      { combinations: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'Rehacer' },
    ],
  },
  {
    title: 'Lista de etiquetas',
    keys: [
      { combinations: ['↑', '↓'], does: 'Moverse por la lista' },
      { combinations: ['Enter'], does: 'Tomar la etiqueta señalada, o añadir lo escrito' },
      { combinations: ['1'], does: 'Tomar la etiqueta de esta cifra, mientras no se ha escrito nada; hasta 9' },
      { combinations: ['Ctrl+D'], does: 'Fijar la etiqueta, o soltarla' },
    ],
  },
  {
    title: 'Cajas que se editan',
    keys: [
      { combinations: ['←', '→', '↑', '↓'], does: 'Mover la caja' },
      { combinations: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], does: 'Hacer la caja menor, mayor' },
      { combinations: ['Enter'], does: 'Dar una etiqueta a la caja' },
      { combinations: ['/'], does: 'Dividir la caja' },
      { combinations: ['Delete', 'Backspace'], does: 'Quitar la caja' },
      { combinations: ['E', 'Esc'], does: 'Terminar' },
    ],
  },
  {
    title: 'Imagen: mirar de cerca',
    keys: [
      { combinations: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], does: 'Mover la foto ampliada' },
      { combinations: ['Shift+Z'], does: 'Conservar el zoom y el lugar en la foto siguiente' },
      { combinations: ['M'], does: 'Lupa; si se mantiene pulsada, solo mientras tanto' },
      { combinations: ['Q', 'W'], does: 'Más oscura, más clara' },
      { combinations: ['Shift+Q', 'Shift+W'], does: 'Menos contraste, más contraste' },
      { combinations: ['T', 'Shift+T'], does: 'Aclarar las sombras, oscurecer las sombras' },
      { combinations: ['I'], does: 'Invertir la imagen' },
      { combinations: ['X'], does: 'Mostrar la imagen tal como es' },
      { combinations: ['J'], does: 'Panel de la imagen' },
      { combinations: ['D'], does: 'Diferencia con la foto anterior' },
      { combinations: [',', '.'], does: 'Foto anterior, foto siguiente del evento' },
      { combinations: ['K'], does: 'Reproducir las fotos del evento, pausar' },
      { combinations: ['<', '>'], does: 'Reproducir más despacio, más deprisa' },
      { combinations: ['R'], does: 'Tira de fotos' },
    ],
  },
  {
    title: 'Formas de revisar',
    keys: [
      { combinations: ['←', '→'], does: 'Imagen o foto anterior, siguiente' },
      { combinations: ['B', 'N'], does: 'Control de vacías: aquí no hay nada' },
      { combinations: ['A', 'L', 'U'], does: 'Control de vacías: un animal, su nombre, no se puede distinguir' },
      { combinations: ['C'], does: 'Confirmar el evento, o las cajas que no se han elegido' },
      { combinations: ['G'], does: 'Una especie cada vez: dar el nombre propuesto a los recortes parecidos' },
      { combinations: ['[', ']'], does: 'Evento anterior, saltar al siguiente' },
      { combinations: ['Space'], does: 'Elegir la caja, o la foto, que es otra cosa' },
      { combinations: ['X'], does: 'Evento a evento: elegir la foto. Primero las personas: marcar y seguir' },
      { combinations: ['Esc'], does: 'No elegir ninguna' },
      { combinations: ['O'], does: 'Abrir la foto de la caja' },
      { combinations: ['H'], does: 'Ocultar las cajas, mostrar las cajas' },
    ],
  },
  {
    title: 'Detecciones repetidas',
    keys: [
      { combinations: ['←', '→', '↑', '↓'], does: 'Moverse entre las pilas' },
      { combinations: ['R', 'X'], does: 'Rechazar la pila' },
      { combinations: ['K'], does: 'Conservar la pila' },
      { combinations: ['U'], does: 'Dejar la pila sin decidir' },
      { combinations: ['Enter'], does: 'Abrir la pila' },
      { combinations: ['Ctrl+Z', 'Ctrl+Shift+Z'], does: 'Deshacer, rehacer decisiones' },
    ],
  },
];

export const keys: SameWords<typeof english> = {
  title: 'Teclado',
  intro: 'Las letras y las cifras solo actúan cuando ningún campo de texto tiene el foco.',
  groups,
};
