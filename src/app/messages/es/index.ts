import type { Catalogue } from '../catalogue';
import { accidentConditions } from './accident-conditions';
import { additionConditions } from './addition-conditions';
import { agreementFilter } from './agreement-filter';
import { backendFindings } from './backend-findings';
import { boxEditor } from './box-editor';
import { commands } from './commands';
import { common } from './common';
import { compare } from './compare';
import { credits } from './credits';
import { downloadConditions } from './download-conditions';
import { events } from './events';
import { exportDialog } from './export';
import { gallery } from './gallery';
import { fastNetworks } from './fast-networks';
import { galleryFilters } from './gallery-filters';
import { galleryList } from './gallery-list';
import { galleryViews } from './gallery-views';
import { geofence } from './geofence';
import { home } from './home';
import { image } from './image';
import { imageView } from './image-view';
import { images } from './images';
import { importConditions } from './import-conditions';
import { imports } from './imports';
import { keys } from './keys';
import { labelConditions } from './label-conditions';
import { labels } from './labels';
import { licences } from './licences';
import { merge } from './merge';
import { models } from './models';
import { packageConditions } from './package-conditions';
import { places } from './places';
import { queue } from './queue';
import { referenceCheck } from './reference-check';
import { refine } from './refine';
import { refineConditions } from './refine-conditions';
import { repeats } from './repeats';
import { review } from './review';
import { reviewExport } from './review-export';
import { reviewFlow } from './review-flow';
import { reviewModes } from './review-modes';
import { run } from './run';
import { runConditions } from './run-conditions';
import { settings } from './settings';
import { setup } from './setup';
import { shell } from './shell';
import { tour } from './tour';
import { similar } from './similar';
import { surveyNames } from './survey-names';
import { speed } from './speed';
import { speedConditions } from './speed-conditions';
import { storage } from './storage';
import { storageConditions } from './storage-conditions';
import { unknownCondition } from './unknown-condition';

/** Every word in Spanish, as it is understood in Spain and in Latin America. Loaded when it is chosen. */
export const catalogue: Catalogue = {
  messages: {
    backendFindings,
    boxEditor,
    commands,
    common,
    shell,
    home,
    setup,
    run,
    gallery,
    galleryFilters,
    galleryList,
    galleryViews,
    image,
    imageView,
    images,
    imports,
    refine,
    geofence,
    events,
    repeats,
    review,
    exportDialog,
    keys,
    models,
    fastNetworks,
    settings,
    storage,
    surveyNames,
  },
  conditions: {
    byCode: {
      ...packageConditions,
      ...additionConditions,
      ...downloadConditions,
      ...runConditions,
      ...importConditions,
      ...refineConditions,
      ...labelConditions,
      ...storageConditions,
      ...accidentConditions,
      ...speedConditions,
    },
    unknown: unknownCondition,
  },
  labels,
  referenceCheck,
  reviewModes,
  agreementFilter,
  reviewExport,
  tour,
  reviewFlow,
  similar,
  merge,
  compare,
  queue,
  places,
  credits,
  licences,
  speed,
};
