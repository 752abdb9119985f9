/** Saved views of the gallery. */
export const galleryViews = {
  button: 'Views',
  save: 'Save this view…',
  saveTitle: 'Save this view',
  saveHint:
    'Filters, order, groups and tiles under a name of your own. Views are kept in this browser and work in every survey.',
  name: 'Name',
  nameMissing: 'Write a name.',
  nameTaken: 'A view has this name already. Saving takes its place.',
  saveAct: 'Save',
  replaceAct: 'Replace',
  manage: 'Rename or delete…',
  manageTitle: 'Saved views',
  empty: 'No view is saved yet.',
  rename: (name: string) => `Rename ${name}`,
  renamed: 'Rename',
  delete: (name: string) => `Delete ${name}`,
  show: (name: string) => `Show ${name}`,
  everything: 'Everything, as at first',
  close: 'Close',
} as const;
