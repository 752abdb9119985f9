import type { refine as english } from '../en/refine';
import type { SameWords } from '../same-words';

/** The tab "Refine": what can be done with results besides looking at them. */
export const refine: SameWords<typeof english> = {
  title: 'Afinar los resultados',
  intro:
    'Las reglas, los eventos y las cajas rechazadas cambian lo que se concluye, nunca lo que encontraron las redes. Todo se puede deshacer.',
  open: (name) => `Abrir ${name}`,
  cards: {
    geofence: {
      title: 'Geocerca',
      says: 'Qué nombres se retuvieron en este lugar, por qué y en qué se convirtieron. Las reglas propias van sobre las del paquete.',
    },
    events: {
      title: 'Eventos y suavizado',
      says: 'Las fotos cercanas en el tiempo son un evento. Los nombres que no encajan en una foto o un evento pueden seguir a la mayoría.',
    },
    repeats: {
      title: 'Detecciones repetidas',
      says: 'Una rama que se encontró diez mil veces: verla una vez, rechazarla una vez.',
    },
    compare: {
      title: 'Comparar con otro resultado',
      says: 'Un segundo archivo de predicciones o de MegaDetector junto a este muestreo: dónde coinciden, dónde no y por cuánto.',
    },
    merge: {
      title: 'Fusionar resultados de otros equipos',
      says: 'Las partes de la misma carpeta que se analizaron en otro lugar pasan a ser un solo muestreo.',
    },
  },
};
