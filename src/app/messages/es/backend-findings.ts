import { formatNumber, numberFormat } from '../../shared/format/number-format';
import type { backendFindings as english } from '../en/backend-findings';
import type { SameWords } from '../same-words';
import { pluralEs } from './plural-es';

export const backendFindings: SameWords<typeof english> = {
  words: (finding) => {
    switch (finding.code) {
      case 'threads':
        return `${formatNumber(finding.threads)} ${pluralEs(finding.threads, { one: 'hilo', other: 'hilos' })}`;
      case 'no-webgpu':
        return 'este navegador no tiene WebGPU';
      case 'no-float16':
        return 'las redes necesitan float16 y el adaptador gráfico no lo tiene (shader-f16)';
      case 'not-finite':
        return 'números que no son finitos';
      case 'constant':
        return 'la misma respuesta para imágenes distintas';
      case 'tested-before':
        return 'lo encontró la prueba de este paquete en la pantalla Modelos';
      case 'differs':
        return `WebGPU y WASM difieren en ${share(finding.difference)}; se admite como mucho ${share(finding.tolerance)}`;
      case 'speeds':
        return `WebGPU: ${formatNumber(finding.webgpu)} ms; WASM: ${formatNumber(finding.wasm)} ms`;
    }
  },
};

const share = (part: number) => numberFormat({ style: 'percent', maximumSignificantDigits: 2 }).format(part);
