import { formatNumber } from '../../shared/format/number-format';
import type { accidentConditions as english } from '../en/accident-conditions';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const NOTHING_STORED = 'No se guardó nada y no ha cambiado nada más.';
const RESULTS_SAFE = 'Los resultados en Understory no se ven afectados, y nada quedó a medio escribir.';

/** What happens to the browser, its storage and its files behind the app's back. */
export const accidentConditions: SameWords<typeof english> = {
  'save-no-space': (details) => ({
    title: `No hay espacio para ${details.text('name', 'el archivo')} donde se iba a guardar`,
    meaning: RESULTS_SAFE,
    next: 'Libere espacio allí, o elija otro disco, y guarde de nuevo.',
    action: null,
  }),
  'save-not-allowed': (details) => ({
    title: `${details.text('name', 'El archivo')} no se puede guardar ahí`,
    meaning: RESULTS_SAFE,
    next: 'Elija otra carpeta, o cierre el programa que tiene abierto el archivo, y guarde de nuevo.',
    action: null,
  }),
  'package-damaged': (details) => ({
    title: `${details.text('name', 'Un archivo')} del paquete de modelos está dañado o falta en el almacenamiento del navegador`,
    meaning:
      'Habría dado resultados erróneos, así que no se ejecutó nada con él y el paquete se retiró. Todo lo hecho está guardado.',
    next: 'Añada de nuevo el paquete en la pantalla Modelos y continúe la ejecución.',
    action: 'open-models',
  }),
  'package-stuck': (details) => ({
    title: `${details.text('name', 'La red')} no responde en este equipo`,
    meaning: `Se probó durante 10 minutos y después se detuvo. ${NOTHING_STORED}`,
    next: 'Puede estar dañada, o hecha para no terminar nunca. Obtenga de nuevo el archivo de sus autores.',
    action: 'choose-files',
  }),
  'package-check-died': (details) => ({
    title: `La comprobación de ${details.text('name', 'el paquete')} se interrumpió`,
    meaning: NOTHING_STORED,
    next: 'Puede necesitar más memoria de la que da el navegador. Cierre otras pestañas y programas y añádalo de nuevo.',
    action: 'choose-files',
  }),
  'storage-evicted': (details) => {
    const surveys = details.number('surveys') ?? 0;
    const photos = details.number('photos') ?? 0;
    return {
      title: 'El navegador ha borrado lo que Understory tenía guardado',
      meaning: `Ya no están en este navegador: ${lossOf(surveys, photos)}. Sus fotos siguen intactas, igual que todos los archivos exportados.`,
      next: 'Abra de nuevo las carpetas para volver a ejecutarlas, o abra junto a ellas un archivo exportado. Los ajustes muestran cómo hacer que el navegador conserve los datos.',
      action: 'show-storage',
    };
  },
  'update-waits': () => ({
    title: 'Hay una ejecución en marcha, así que la versión nueva espera',
    meaning: 'La ejecución puede necesitar aún archivos de la versión con la que empezó. No se pierde nada.',
    next: 'Recargue cuando termine la ejecución, o deténgala antes. Puede estar en otra pestaña.',
    action: null,
  }),
};

/** "3 muestreos con 1.204 fotos procesadas". */
function lossOf(surveys: number, photos: number): string {
  const of = `${formatNumber(photos)} ${pluralEs(photos, { one: 'foto procesada', other: 'fotos procesadas' })}`;
  if (surveys <= 0) return of;
  const what = `${formatNumber(surveys)} ${pluralEs(surveys, { one: 'muestreo', other: 'muestreos' })}`;
  return photos > 0 ? `${what} con ${of}` : what;
}
