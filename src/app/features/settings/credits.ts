import { creditMessages as words } from '../../messages/credit-messages';

/** Whoever publishes results cites these. Titles and names are not translated. */
export const CITATIONS: readonly { readonly model: string; readonly text: string }[] = [
  {
    model: 'MegaDetector',
    text: 'Beery S, Morris D, Yang S (2019). Efficient pipeline for camera trap image review. arXiv:1907.06772.',
  },
  {
    model: 'SpeciesNet',
    text: 'Gadot T, Istrate Ș, Kim H, Morris D, Beery S, Birch T, Ahumada J (2024). To crop or not to crop: comparing whole-image and cropped classification on a large dataset of camera trap images. IET Computer Vision. doi:10.1049/cvi2.12318.',
  },
];

/** What is shipped with the app. Model packages bring their own licences. */
export const licences = (): readonly { readonly part: string; readonly licence: string }[] => [
  { part: 'Understory', licence: 'Apache-2.0' },
  { part: 'ONNX Runtime Web', licence: 'MIT' },
  { part: words.typefaces(words.both('Atkinson Hyperlegible Next', 'Mono')), licence: 'OFL-1.1' },
  { part: words.icons('Lucide'), licence: 'ISC' },
  {
    part: 'React, Base UI, TanStack Virtual, zustand, Workbox, hash-wasm, iso-3166, GeoTIFF.js, Papa Parse',
    licence: 'MIT',
  },
  { part: 'Comlink, idb-keyval, Fuse.js', licence: 'Apache-2.0' },
  { part: 'zip.js, pbf', licence: 'BSD-3-Clause' },
  { part: 'ExifReader', licence: 'MPL-2.0' },
  { part: 'pako', licence: words.both('MIT', 'Zlib') },
  { part: 'wouter', licence: 'Unlicense' },
  { part: words.borders('Natural Earth', 'US Census Bureau'), licence: words.publicDomain },
  { part: words.towns('GeoNames, geonames.org'), licence: 'CC BY 4.0' },
];
