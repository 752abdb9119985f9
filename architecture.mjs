/**
 * The folders are the architecture: who may import whom, and which folder is the home of which package.
 * `scripts/check-boundaries.mjs` enforces it with dependency-cruiser and draws docs/architecture.md's diagram from it.
 */
export const folders = {
  'src/domain': { mayImport: [], packages: [], says: "the field's rules: taxonomy, geofence, ensemble, file formats" },
  'src/vision': { mayImport: ['src/domain'], packages: [], says: 'pixels and tensors' },
  'src/pipeline': {
    mayImport: ['src/domain', 'src/vision'],
    packages: [],
    says: 'the order of steps, and the ports they need',
  },
  'src/rpc': {
    mayImport: ['src/domain', 'src/pipeline'],
    packages: ['comlink'],
    says: 'what the page may ask a worker',
  },
  'src/weights': {
    mayImport: ['src/domain'],
    packages: ['@zip.js/zip.js', 'modern-tar', 'pbf', 'hash-wasm'],
    says: 'reads model files: bytes in, facts and bytes out',
  },
  'src/runtime': {
    mayImport: ['src/domain', 'src/vision', 'src/pipeline', 'src/weights', 'src/rpc'],
    packages: ['onnxruntime-web', 'exifreader', 'geotiff', 'pako'],
    says: 'worker side: ONNX sessions, decoding',
  },
  'src/storage': {
    mayImport: ['src/domain', 'src/pipeline'],
    packages: ['idb-keyval'],
    says: 'what we keep in the browser, and its versions',
  },
  'src/files': {
    mayImport: ['src/domain', 'src/pipeline'],
    packages: ['@streamparser/json', 'papaparse'],
    says: 'picking folders, saving files, reading result files and tables',
  },
  'src/places': {
    mayImport: ['src/domain'],
    packages: [],
    says: 'where a coordinate lies: borders, states and towns that come with the app',
  },
  'src/app': {
    mayImport: ['src/domain', 'src/pipeline', 'src/rpc', 'src/storage', 'src/files'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'wouter',
      '@base-ui/react',
      'lucide-react',
      '@tanstack/react-virtual',
      'fuse.js',
      'iso-3166',
      'workbox-window',
      '@fontsource-variable/atkinson-hyperlegible-next',
      '@fontsource-variable/atkinson-hyperlegible-mono',
    ],
    says: 'React: features, state, shared pieces',
  },
  'src/offline': {
    mayImport: ['src/domain'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'],
    says: "the service worker's work: precache, headers, update",
  },
  workers: {
    mayImport: ['src/rpc', 'src/runtime', 'src/offline'],
    packages: [],
    says: 'entry points of a few lines',
  },
  'src/main.tsx': {
    mayImport: ['src/app', 'src/rpc', 'src/storage', 'src/files', 'src/places'],
    packages: ['react', 'react-dom', 'wouter'],
    says: 'wires stores, workers and React',
  },
};
