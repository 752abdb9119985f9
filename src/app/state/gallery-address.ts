import { useLayoutEffect } from 'react';
import { stepOf, type LookStep } from './gallery-history';
import { parseAddress, printAddress, printLook } from './gallery-query';
import { changeGalleryView, readGalleryView, watchGalleryView } from './gallery-view';
import { routes } from './routes';

/** In the browser's history beside the addresses that the gallery wrote: their query says everything, also when there is none. */
interface GalleryHistoryState {
  readonly isGallery: true;
}

const WRITTEN: GalleryHistoryState = { isGallery: true };

/** Browsers refuse to write the address more often than about 100 times in 30 s. */
const REST_MS = 400;

/**
 * Keeps the address and the view of a survey's gallery the same while the gallery is shown. An address that only names the gallery
 * brings the view back as it was; one with a query, and Back to one that the gallery wrote, set the view. Steps of the person make
 * steps for Back; the image at which the list stands is written into the step that is there.
 */
export function useGalleryAddress(surveyId: string): void {
  useLayoutEffect(() => keepAddress(surveyId), [surveyId]);
}

function keepAddress(surveyId: string): () => void {
  let last: LookStep | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isArriving = false;

  const write = (kind: 'push' | 'replace') => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const query = printAddress(readGalleryView(surveyId));
    const address = `#${routes.gallery(surveyId)}${query === '' ? '' : `?${query}`}`;
    if (kind === 'push') history.pushState(WRITTEN, '', address);
    else if (location.hash !== address || !isWritten()) history.replaceState(WRITTEN, '', address);
  };
  const writeSoon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      if (queryOf(surveyId) !== null) write('replace');
    }, REST_MS);
  };
  const arrive = () => {
    const query = queryOf(surveyId);
    if (query === null) return;
    if (query !== '' || isWritten()) {
      const { active, top, ...look } = parseAddress(query);
      const view = readGalleryView(surveyId);
      const isSame = printLook(look) === printLook(view);
      isArriving = true;
      if (!isSame) changeGalleryView(surveyId, { ...look, active, top });
      // Of an address that was left before, the image that was looked at last is known better here.
      else if (active !== null && (!isWritten() || view.active === null)) changeGalleryView(surveyId, { active, top });
      isArriving = false;
    }
    last = null;
    write('replace');
  };

  arrive();
  const unwatch = watchGalleryView(surveyId, (next, before) => {
    if (isArriving || queryOf(surveyId) === null) return;
    const step = stepOf(before, next, last, performance.now());
    if (step === null) {
      if (next.active !== before.active || next.top !== before.top) writeSoon();
      return;
    }
    last = step.step;
    if (step.kind === 'push') write('push');
    else writeSoon();
  });
  window.addEventListener('hashchange', arrive);
  window.addEventListener('pagehide', flush);
  function flush() {
    if (timer !== null && queryOf(surveyId) !== null) write('replace');
  }
  return () => {
    if (timer !== null) clearTimeout(timer);
    unwatch();
    window.removeEventListener('hashchange', arrive);
    window.removeEventListener('pagehide', flush);
  };
}

/** The query of the address; null when it is not that of this gallery. */
function queryOf(surveyId: string): string | null {
  const address = `#${routes.gallery(surveyId)}`;
  const { hash } = location;
  if (hash === address || hash === `${address}/`) return '';
  return hash.startsWith(`${address}?`) ? hash.slice(address.length + 1) : null;
}

function isWritten(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'isGallery' in state;
}
