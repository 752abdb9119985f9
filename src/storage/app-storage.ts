import type { CropVectors } from '../domain/crop-vectors';
import type { Inference } from '../domain/inference';
import type { PackageFile } from '../domain/model-package';
import type { Survey } from '../domain/survey';
import { createAttachmentStore, type AttachmentStore } from './attachment-store';
import { openDatabases } from './databases';
import { createDownloadStore, type DownloadStore } from './download-store';
import { createFactStore, type FactStore } from './fact-store';
import { createFileStore, type FileStore } from './file-store';
import { createLabelStore, type LabelStore } from './label-store';
import { createListingStore, type ListingStore } from './listing-store';
import { createPackageStore, type PackageStore } from './package-store';
import { createPreviewStore, type PreviewStore } from './preview-store';
import { createQueueStore, type QueueStore } from './queue-store';
import { lateReviewStore } from './late-review-store';
import type { ReviewStore } from './review-store';
import { createSettingsStore, type SettingsStore } from './settings-store';
import { createSurveyStore, type SurveyStore } from './survey-store';
import { createVectorStore, type VectorStore } from './vector-store';

/** All that the app keeps in the browser. */
export interface AppStorage {
  readonly files: FileStore;
  readonly downloads: DownloadStore;
  readonly packages: PackageStore;
  readonly surveys: SurveyStore;
  readonly listings: ListingStore;
  readonly attachments: AttachmentStore;
  readonly facts: FactStore;
  readonly reviews: ReviewStore;
  readonly previews: PreviewStore;
  readonly vectors: VectorStore;
  readonly settings: SettingsStore;
  readonly labels: LabelStore;
  readonly queue: QueueStore;
  /** A finished image: its preview and vectors first, then its fact, which makes it count as done. */
  readonly putImage: (
    surveyId: string,
    inference: Inference,
    preview: Blob | null,
    vectors?: CropVectors,
  ) => Promise<void>;
  /**
   * Cleans up after closed tabs and crashes, and purges what was deleted. Returns the surveys whose run was cut off, and of each
   * package that lost files one of these.
   */
  readonly startUp: () => Promise<{ readonly cutOff: readonly Survey[]; readonly missing: readonly PackageFile[] }>;
}

/** How long a deleted survey can be restored. */
const RESTORABLE_MS = 60 * 60 * 1000;

export function openAppStorage(prefix?: string): AppStorage {
  const databases = openDatabases(prefix);
  const files = createFileStore(databases);
  const facts = createFactStore(databases);
  const previews = createPreviewStore(databases);
  const vectors = createVectorStore(databases);
  const listings = createListingStore(databases);
  const attachments = createAttachmentStore(databases);
  const reviews = lateReviewStore(databases);
  const surveys = createSurveyStore(databases, { facts, reviews, previews, vectors, listings, attachments });
  const packages = createPackageStore(databases, files, () => surveys.packageIdsInUse());
  return {
    files,
    downloads: createDownloadStore(databases),
    packages,
    surveys,
    listings,
    attachments,
    facts,
    reviews,
    previews,
    vectors,
    settings: createSettingsStore(databases),
    labels: createLabelStore(databases),
    queue: createQueueStore(databases),

    async putImage(surveyId, inference, preview, given = {}) {
      if (preview !== null) await previews.putPreview(surveyId, inference.filepath, preview);
      if (Object.keys(given).length > 0) await vectors.putVectors(surveyId, inference, given);
      await facts.putFact(surveyId, inference);
    },

    async startUp() {
      const cutOff = await surveys.recoverCutOffRuns();
      // Not at once: the notice that offers to undo may still be open in another tab.
      await surveys.purgeDeletedSurveys(Date.now() - RESTORABLE_MS);
      await files.sweepOrphans();
      const missing = await packages.takeOutIncomplete();
      await packages.removeLeftovers();
      return { cutOff, missing };
    },
  };
}
