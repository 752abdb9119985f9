import { formatBytes } from '../../shared/format/format-bytes';
import { formatNumber } from '../../shared/format/number-format';
import type { storageConditions as english } from '../en/storage-conditions';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

/** What can happen to the place where results are kept. */
export const storageConditions: SameWords<typeof english> = {
  'no-space': (details) => {
    const stored = details.number('stored');
    const needed = details.number('needed');
    return {
      title: 'No queda espacio en este equipo',
      meaning:
        stored === null
          ? 'Todo lo procesado hasta ahora está guardado, y nada quedó a medio escribir.'
          : `${formatNumber(stored)} ${pluralEs(stored, { one: 'foto está guardada', other: 'fotos están guardadas' })}; la ejecución está en pausa.`,
      next:
        needed === null
          ? 'Libere espacio en el disco, o elimine muestreos y paquetes que no hagan falta, y continúe.'
          : `Libere ${formatBytes(needed)}, o elimine muestreos y paquetes que no hagan falta, y continúe.`,
      action: 'show-storage',
    };
  },
  'storage-unavailable': () => ({
    title: 'El navegador no permite que Understory guarde nada',
    meaning:
      'Sin almacenamiento no puede empezar ninguna ejecución, porque se podrían perder fotos procesadas. Sus fotos siguen intactas.',
    next: 'Salga del modo privado, o permita en los ajustes del navegador que este sitio guarde datos, y recargue la página.',
    action: 'reload',
  }),
  'storage-damaged': () => ({
    title: 'Una parte de los datos guardados no se puede leer',
    meaning: 'Se muestra lo que se pudo leer. Sus fotos siguen intactas.',
    next: 'Exporte lo que hay aquí y vuelva a ejecutar el muestreo: las fotos sin resultado guardado se analizan de nuevo.',
    action: 'reload',
  }),
  'storage-newer': () => ({
    title: 'Los datos guardados son de una versión más reciente de Understory',
    meaning: 'Esta versión anterior no los toca, para que nada se dañe.',
    next: 'Recargue la página para obtener la versión más reciente.',
    action: 'reload',
  }),
  'storage-blocked': () => ({
    title: 'Otra pestaña con una versión anterior de Understory ocupa el almacenamiento',
    meaning: 'No se pierde nada; los datos no se pueden abrir hasta que esa pestaña los suelte.',
    next: 'Cierre las demás pestañas de Understory y recargue esta.',
    action: 'reload',
  }),
  'service-worker-missing': () => ({
    title: 'El uso sin conexión aún no está preparado',
    meaning: 'Todo funciona mientras haya conexión. El registro de red no se guarda.',
    next: 'Recargue una vez. Si sigue así, el navegador no permite aquí «service workers», como en algunas ventanas privadas.',
    action: 'reload',
  }),
};
