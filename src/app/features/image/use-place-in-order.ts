import { useMemo } from 'react';
import { describeImage } from '../../shared/images/describe-image';
import { filterAndSort } from '../../shared/images/image-filter';
import type { OpenSurvey } from '../../state/app-state';
import { filesOfEvent } from '../../state/event-files';
import { useGalleryView } from '../../state/gallery-view';
import { useDiffering } from '../../state/use-comparison';
import { placeInOrder } from './neighbours';

/** In the order that the gallery shows right now; among all images when this one is filtered out there. */
export function usePlaceInOrder(open: OpenSurvey, filepath: string) {
  const { filter, sort } = useGalleryView(open.survey.id);
  const differing = useDiffering(filter.differs);
  const descriptions = useMemo(
    () => open.images.map((image) => describeImage(image, open.labels)),
    [open.images, open.labels],
  );
  const eventFiles = useMemo(() => filesOfEvent(open.events, filter.event), [open.events, filter.event]);
  const shown = useMemo(
    () => filterAndSort(descriptions, filter, sort, { eventFiles, differing }),
    [descriptions, filter, sort, eventFiles, differing],
  );
  return useMemo(() => placeInOrder(filepath, shown, descriptions), [filepath, shown, descriptions]);
}
