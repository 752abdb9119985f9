import { splitLabel } from '../label';

/**
 * What a label is called in MegaDetector's files: its common name; without one `genus species`, or the lowest rank that it has,
 * worded as SpeciesNet's list words ranks: "hylomyscus species", "felidae family" (megadetector 10.0.24,
 * run_md_and_speciesnet). A label without any name is its own name, because format 1.6 refuses blank ones.
 */
export function mdClassName(label: string): string {
  const [, taxClass = '', order = '', family = '', genus = '', species = '', common = ''] = splitLabel(label);
  if (common.trim() !== '') return common;
  if (genus !== '') return species === '' ? `${genus} species` : `${genus} ${species}`;
  if (family !== '') return `${family} family`;
  if (order !== '') return `${order} order`;
  return taxClass === '' ? label : `${taxClass} class`;
}
