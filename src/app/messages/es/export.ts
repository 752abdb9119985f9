import { formatNumber } from '../../shared/format/number-format';
import type { exportDialog as english } from '../en/export';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

const images = (count: number) => pluralEs(count, { one: '1 imagen', other: `${formatNumber(count)} imágenes` });

export const exportDialog: SameWords<typeof english> = {
  title: 'Exportar',
  of: (count, survey) => `${images(count)} de ${survey}`,
  close: 'Cerrar',
  cancel: 'Cancelar',
  formats: 'Formato',
  about: {
    speciesnet: { name: 'SpeciesNet JSON', says: 'La misma forma que escribe el programa de Python' },
    megadetector: { name: 'MegaDetector JSON', says: 'Cajas y nombres, formato estricto 1.6' },
    timelapse: { name: 'Timelapse', says: 'JSON de MegaDetector en la forma que mejor lee Timelapse' },
    'survey-file': {
      name: 'Archivo de muestreo de Understory',
      says: 'Todo lo que se sabe de este muestreo, para llevarlo a otro equipo o fusionar sus partes. No incluye las fotos.',
    },
  },
  written: 'Lo que se escribe',
  writtenDone: (count) => `${images(count)} con resultados`,
  writtenFailed: (count) =>
    `${images(count)} que no se ${pluralEs(count, { one: 'pudo', other: 'pudieron' })} leer, como fallos`,
  writtenOpen: (count) =>
    `${images(count)} sin procesar, que ${pluralEs(count, { one: 'se omite', other: 'se omiten' })}`,
  writtenListed: (count) =>
    `${images(count)} sin procesar, que ${pluralEs(count, { one: 'figura', other: 'figuran' })} sin resultados`,
  writtenNoPhotos: 'Las fotos mismas no están en el archivo',
  continueRun: 'Continuar ejecución',
  smoothed: (count) =>
    pluralEs(count, {
      one: '1 caja tiene su nombre suavizado',
      other: `${formatNumber(count)} cajas tienen sus nombres suavizados`,
    }),
  notSmoothed: 'Los nombres tal como los concluyó el conjunto: el suavizado no se escribe en este formato',
  smoothing: 'Los nombres se están suavizando; el archivo los espera',
  demo: 'Son resultados del paquete de demostración: muestran la forma, no especies reales.',
  preview: 'Vista previa',
  previewHint: 'las primeras líneas',
  previewLabel: 'Primeras líneas del archivo',
  previewLoading: 'Preparando la vista previa',
  local: (size) => `Solo se escribe en su disco. Unos ${size}.`,
  localOnly: 'Solo se escribe en su disco.',
  save: 'Guardar',
  saving: 'Guardando',
  failed: 'El archivo no se guardó. Los resultados están a salvo; pruebe de nuevo o elija otro lugar.',
  details: 'Detalles',
  nothing: 'Aún no hay nada que exportar. Ninguna foto de este muestreo está procesada. Inicie antes la ejecución.',
  openSetup: 'Configuración',
};
