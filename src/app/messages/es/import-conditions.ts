import type { importConditions as english } from '../en/import-conditions';
import type { SameWords } from '../same-words';

/** Files that were dropped on a survey and can't be used. */
export const importConditions: SameWords<typeof english> = {
  'import-refused': (details) => ({
    title: `${details.text('name', 'El archivo')} no se puede usar en este muestreo`,
    meaning: 'No se ha cambiado nada.',
    next: 'Aquí sirven: predicciones, detecciones, clasificaciones o instancias de SpeciesNet (JSON), resultados de MegaDetector (JSON), archivos de muestreo de Understory (.understory.ndjson), reglas de geocerca (CSV) y una lista de especies (TXT). Los archivos de modelos van en la pantalla Modelos.',
    action: 'choose-files',
  }),
  'geofence-rules-refused': (details) => ({
    title: `${details.text('name', 'El archivo')} no es una lista de reglas de geocerca`,
    meaning: 'No se ha cambiado nada.',
    next: 'Debe ser un archivo CSV con las columnas species, rule, country_code y admin1_region_code. La línea incorrecta figura en Detalles.',
    action: 'choose-files',
  }),
  'import-web-page': (details) => ({
    title: `${details.text('name', 'El archivo')} es una página web`,
    meaning: 'No se ha cambiado nada.',
    next: 'Los servidores responden con una página cuando un archivo ya no existe o cuando piden iniciar sesión. Descargue otra vez el archivo de resultados.',
    action: 'choose-files',
  }),
  'import-empty': (details) => ({
    title: `${details.text('name', 'El archivo')} no contiene resultados`,
    meaning: 'No se ha cambiado nada.',
    next: 'Los archivos de resultados de SpeciesNet tienen una lista «predictions» o «instances», los de MegaDetector una lista «images», con al menos una entrada. Los archivos de reglas de un paquete de modelos van en la pantalla Modelos.',
    action: 'choose-files',
  }),
  'import-unreadable': (details) => ({
    title: `${details.text('name', 'El archivo')} no se pudo leer`,
    meaning: 'No se ha cambiado nada.',
    next: 'Compruebe que el archivo sigue ahí y se puede leer, y elíjalo de nuevo.',
    action: 'choose-files',
  }),
};
