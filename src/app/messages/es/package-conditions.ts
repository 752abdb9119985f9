import type { PackageErrorCode } from '../../../rpc/package-api';
import { formatNumber } from '../../shared/format/number-format';
import type { ConditionDetails, ConditionWords } from '../condition-words';

const NOTHING_STORED = 'No se guardó nada y nada más ha cambiado.';

const refusal = (title: string, next: string, meaning = NOTHING_STORED): ConditionWords => ({
  title,
  meaning,
  next,
  action: 'choose-files',
});

/** ": 2.498 etiquetas, 2.490 salidas" when both numbers are known. */
function counted(details: ConditionDetails, labelsKey: string, outputsKey: string): string {
  const labels = details.number(labelsKey);
  const outputs = details.number(outputsKey);
  if (labels === null || outputs === null) return '';
  return `: ${formatNumber(labels)} etiquetas, ${formatNumber(outputs)} salidas`;
}

/** Why a model package was refused. */
export const packageConditions: Readonly<Record<PackageErrorCode, (details: ConditionDetails) => ConditionWords>> = {
  'nothing-usable': () =>
    refusal(
      'No hay ningún paquete de modelos en estos archivos',
      'Suelte los archivos tal como se descargaron: el .pt de MegaDetector, el .tar.gz de SpeciesNet, una carpeta de paquete o un .zip con info.json, o un detector en formato .onnx.',
    ),
  'several-packages': () =>
    refusal(
      'Estos archivos contienen más de un paquete',
      'Añada los paquetes de uno en uno: la carpeta con un solo info.json.',
    ),
  'info-not-json': () =>
    refusal(
      'El archivo info.json no es JSON válido',
      'Puede que el archivo esté cortado o se haya cambiado en un editor. Tómelo de nuevo del paquete.',
    ),
  'info-invalid': (details) =>
    refusal(
      `El archivo info.json no describe un paquete: ${details.text('key', 'una clave')} falta o es del tipo equivocado`,
      'Tome info.json de nuevo del paquete. Los detalles de abajo dicen qué se esperaba.',
    ),
  'file-missing': (details) =>
    refusal(
      details.text('name', '') === '' ? 'Falta un archivo' : `Falta ${details.text('name', '')}`,
      'info.json nombra este archivo, pero no está a su lado. Elija la carpeta entera, no archivos sueltos de ella.',
    ),
  'label-invalid': (details) =>
    refusal(
      `La línea ${details.text('line', '?')} de las etiquetas no es una etiqueta de SpeciesNet`,
      'Cada línea tiene siete partes separadas por punto y coma. Tome de nuevo el archivo de etiquetas de este paquete.',
    ),
  'label-count': (details) =>
    refusal(
      `Las etiquetas y el clasificador no van juntos${counted(details, 'labels', 'outputs')}`,
      'Los nombres serían incorrectos, así que el paquete se rechaza. Tome los dos archivos del mismo paquete.',
    ),
  'taxonomy-invalid': () =>
    refusal('El archivo de taxonomía no se pudo leer', 'Tome de nuevo el archivo de taxonomía de este paquete.'),
  'geofence-invalid': () =>
    refusal('El archivo de geocerca no se pudo leer', 'Tome de nuevo el archivo de geocerca de este paquete.'),
  'git-lfs-pointer': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} es un puntero de Git LFS, no el archivo mismo`,
      'El repositorio se copió sin sus archivos grandes. Descargue este archivo por separado o ejecute «git lfs pull».',
    ),
  'web-page': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} es una página web, no un modelo`,
      'Ocurre cuando una descarga requiere iniciar sesión o el enlace ha caducado. Descárguelo de nuevo de la página de publicación.',
    ),
  'not-onnx': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} no es una red en formato ONNX`,
      'No es ni un archivo ONNX ni un punto de control de PyTorch. Puede que esté cortado, o que sea de otro formato con una extensión equivocada.',
    ),
  'checkpoint-damaged': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} tiene daños o está incompleto`,
      'Descárguelo de nuevo de sus autores y espere a que esté completo. Los detalles dicen qué lugar no encaja.',
    ),
  'checkpoint-legacy': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} tiene la forma que PyTorch usaba antes de 2020`,
      'Los archivos oficiales son más recientes: descargue el modelo de nuevo de sus autores, o guárdelo otra vez con PyTorch 1.6 o posterior.',
    ),
  'checkpoint-torchscript': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} es un programa compilado (TorchScript), no un modelo guardado`,
      'Aquí nunca se ejecuta nada de un archivo. Elija el .pt que los autores publican para PyTorch, o una exportación .onnx.',
    ),
  'checkpoint-weights-only': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} contiene pesos sin la red a la que pertenecen`,
      'Elija el archivo que contiene el modelo entero: el .pt de MegaDetector de su página de publicación, el .tar.gz de SpeciesNet.',
    ),
  'checkpoint-unsupported': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} contiene una red que no se puede convertir${placeOf(details)}`,
      'Se pueden convertir MegaDetector v5a, v5b, v1000-redwood y v1000-spruce, otros detectores YOLOv5 y SpeciesNet. Para otros, elija una exportación .onnx. El informe dice qué se encontró; no contiene pesos.',
    ),
  'checkpoint-unsafe': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} pide que se ejecute código${placeOf(details)}`,
      'Ningún archivo oficial hace eso. Elimínelo si no está seguro de su procedencia, y descargue el modelo de sus autores.',
      'No se ejecutó nada de su contenido. No se guardó nada y nada más ha cambiado.',
    ),
  'checkpoint-too-large': (details) =>
    refusal(
      `${details.text('name', 'El archivo')} supera un límite al que ningún modelo real se acerca`,
      'Puede que tenga daños, o que se haya hecho para llenar la memoria. Descargue el modelo de nuevo de sus autores.',
    ),
  'archive-unreadable': (details) =>
    refusal(
      `${details.text('name', 'El archivo comprimido')} no se pudo descomprimir`,
      'Puede que esté cortado o cifrado, o que no sea ni .zip ni .tar.gz. Descárguelo de nuevo, o descomprímalo aparte y elija la carpeta.',
    ),
  'unsupported-layout': (details) =>
    refusal(
      `El detector tiene una estructura que no se admite: ${details.text('layout', 'no es YOLOv5')}`,
      'Se admiten MegaDetector v5 y otras exportaciones de YOLOv5. Elija una de ellas.',
    ),
  'unsupported-classes': (details) =>
    refusal(
      `Las clases del detector no son animal, persona y vehículo${countOfClasses(details)}`,
      'Sin ellas sus cajas tendrían la categoría equivocada. Elija MegaDetector v5 o un detector que nombre sus clases.',
    ),
  'not-a-classifier': () =>
    refusal(
      'El clasificador no es de los que tienen los paquetes de SpeciesNet',
      'Debe tomar imágenes de 480 por 480 y dar un número por etiqueta. Compruebe que info.json nombra el archivo correcto.',
    ),
  'session-failed': (details) =>
    refusal(
      `Este navegador no puede ejecutar ${details.text('name', 'la red')}`,
      'El entorno de ejecución no la aceptó. Otra exportación de la misma red puede funcionar; los detalles dicen qué se rechazó.',
    ),
  'self-test-failed': (details) =>
    refusal(
      `${details.text('name', 'La red')} no da números utilizables en este equipo`,
      'La autoprueba encontró valores que no son finitos. Una exportación float32 de la misma red suele funcionar.',
    ),
  'constant-output': (details) =>
    refusal(
      `${details.text('name', 'La red')} da la misma respuesta para imágenes distintas`,
      'Es probable que sus pesos tengan daños o falten. Descárguela de nuevo.',
    ),
  'out-of-memory': () => ({
    title: 'No hubo bastante memoria',
    meaning: 'Lo que se terminó está guardado; no se eliminó nada.',
    next: 'Cierre otras pestañas y programas, y vuelva a intentarlo.',
    action: null,
  }),
};

/** Where in the file it was found; module paths are code and stay as they are. */
function placeOf(details: ConditionDetails): string {
  const where = details.text('where', '');
  return where === '' ? '' : ` (en ${where})`;
}

function countOfClasses(details: ConditionDetails): string {
  const classes = details.number('classes');
  if (classes === null) return '';
  return ` (tiene ${formatNumber(classes)})`;
}
