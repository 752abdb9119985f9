import { formatNumber, numberFormat } from '../../shared/format/number-format';
import type { Tone } from '../../shared/images/picture-adjustments';
import type { imageView as english } from '../en/image-view';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const factor = (value: number) => `×${numberFormat({ maximumSignificantDigits: 3 }).format(value)}`;

const tones: Readonly<Record<Tone, string>> = {
  brightness: 'Brillo',
  contrast: 'Contraste',
  gamma: 'Sombras',
};

/** Words for looking closely at a photo: zoom, picture, magnifier, difference, film strip. */
export const imageView: SameWords<typeof english> = {
  tools: 'Herramientas de imagen',
  actual: '1:1',
  keepZoom: 'Conservar el zoom y el lugar en la foto siguiente',
  zoomed: (percent) => `${percent} de los píxeles de la foto`,
  picture: 'Imagen',
  pictureLong: 'Brillo, contraste, invertir',
  pictureHint: 'Solo aquí: los archivos y los resultados quedan como están.',
  tones,
  toneValue: factor,
  invert: 'Invertir',
  reset: 'Restablecer',
  adjusted: (parts) => `Imagen cambiada: ${parts.join(', ')}`,
  toneChanged: (tone, value) => `${tones[tone].toLowerCase()} ${factor(value)}`,
  inverted: 'invertida',
  showAsItIs: 'Mostrar la imagen tal como es',
  magnifier: 'Lupa; mantenga pulsada la tecla para mirar un momento',
  difference: 'Diferencia con la foto anterior',
  gain: 'Amplificada',
  gainOf: (gain) => `×${formatNumber(gain)}`,
  differenceTo: (photo, gain) =>
    gain === 1 ? `Diferencia con la foto anterior, ${photo}` : `Diferencia con la foto anterior, ${photo}, ×${gain}`,
  noDifference: {
    loading: 'Diferencia: leyendo la foto anterior',
    first: 'Sin diferencia: es la primera foto de su evento',
    'no-event': 'Sin diferencia: la foto no tiene hora de captura, así que ninguna va antes',
    size: 'Sin diferencia: la foto anterior tiene otro tamaño',
    unreadable: 'Sin diferencia: una de las dos fotos no se puede mostrar',
  },
  endDifference: 'Mostrar la foto misma',
  strip: 'Tira de fotos',
  /** Beside the name of the strip: "2 de 12 fotos en 34 min". */
  frameOf: (index, count) =>
    pluralEs(count, { one: '1 foto', other: `${formatNumber(index)} de ${formatNumber(count)} fotos` }),
  lasting: (duration) => `en ${duration}`,
  noTime: 'Sin hora de captura, así que sin evento',
  hideStrip: 'Ocultar la tira de fotos',
  showStrip: 'Mostrar la tira de fotos',
  frame: (index, count, words) => `Foto ${formatNumber(index)} de ${formatNumber(count)}: ${words}`,
  gap: (duration) => `${duration} después de la anterior`,
  previousFrame: 'Foto anterior del evento',
  nextFrame: 'Foto siguiente del evento',
  play: 'Reproducir las fotos del evento',
  pause: 'Pausar',
  speed: 'Fotos por segundo',
  speedOf: (perSecond) => `${formatNumber(perSecond)}/s`,
  playing: (index, count) => `Reproduciendo ${formatNumber(index)} de ${formatNumber(count)}`,
};
