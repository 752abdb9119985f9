import type { ConditionWords } from '../condition-words';

/** Fast detectors that can't be made or used. */
export const speedConditions = {
  'fast-detector-gone': (): ConditionWords => ({
    title: 'La velocidad del muestreo es «Rápida», y su paquete ya no tiene un detector rápido',
    meaning:
      'No se ha ejecutado nada: el detector de referencia nunca lo sustituye sin que se pida. Todo lo hecho está guardado.',
    next: 'Cree un detector rápido en Configuración, o elija la velocidad «Referencia».',
    action: null,
  }),
  'second-look-waits': (): ConditionWords => ({
    title: 'Se está ejecutando otro muestreo',
    meaning: 'Solo hay una ejecución a la vez, y la cola contiene ejecuciones enteras. No ha cambiado nada.',
    next: 'Dé la segunda mirada cuando esa ejecución termine, o deténgala antes.',
    action: null,
  }),
  'quantise-unsupported': (): ConditionWords => ({
    title: 'De este detector no se puede crear una forma rápida con números enteros',
    meaning:
      'Su archivo contiene algo que aquí no se reescribe. No se ha guardado nada, y el detector funciona como antes.',
    next: 'Pruebe con imágenes más pequeñas o con otro detector; en Detalles consta lo que contiene.',
    action: null,
  }),
} as const;
