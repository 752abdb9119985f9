// One chunk of code for all that a browser does not do with a PNG: loaded when the first such file comes.
export { parsePng, rebuildPng } from './png-file';
export { decodeGrey16 } from './png-grey16';
