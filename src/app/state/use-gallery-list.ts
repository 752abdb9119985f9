import { useEffect, useMemo, useRef, useState } from 'react';
import { createListMemory, listImages, type GalleryList, type ListQuestion } from '../shared/gallery/gallery-list';
import { userLocale } from '../shared/format/number-format';
import { currentNaming } from '../shared/images/read-label';
import { indexSourceOf } from '../shared/gallery/image-index';
import type { OpenSurvey } from './app-state';
import { useAppState } from './app-store';
import { filesOfEvent } from './event-files';
import type { GalleryLook } from './gallery-query';
import { runInPieces } from './run-in-pieces';
import { useDiffering } from './use-comparison';

/** During a run the list is made anew again and again: it rests this many times as long as it took. */
const REST_SHARE = 3;
/** While a survey is opened only these of its images are shown, and all of them when they are here: describing takes its time. */
const OPENING_IMAGES = 2000;
const OPENING_REST_SHARE = 10;

/** Of the survey that is open, in the language that is spoken: the grid and the image view ask the same questions. */
let memory = { surveyId: '', locale: userLocale(), list: createListMemory() };

function memoryOf(surveyId: string) {
  const locale = userLocale();
  if (memory.surveyId !== surveyId || memory.locale !== locale) memory = { surveyId, locale, list: createListMemory() };
  return memory.list;
}

/**
 * The images of the open survey as the gallery shows them; the answer to an earlier question until the next one is there, null before the
 * first. Computed without stopping the page. Another filter or order ends a
 * computation under way; more facts of a run wait for it, so that a run which never rests can't keep the list from its end.
 */
export function useGalleryList(open: OpenSurvey, { filter, sort, grouping, tile }: GalleryLook): GalleryList | null {
  const surveyId = open.survey.id;
  const { labels, found } = indexSourceOf(open);
  const images = useImagesToShow(open);
  const differing = useDiffering(filter.differs);
  const naming = useAppState(currentNaming); // another one is told by the state
  const eventFiles = useMemo(() => filesOfEvent(open.events, filter.event), [open.events, filter.event]);
  const question = useMemo<ListQuestion>(
    () => ({ images, labels, found, naming, filter, sort, grouping, tile, differing, eventFiles }),
    [images, labels, found, naming, filter, sort, grouping, tile, differing, eventFiles],
  );
  const [list, setList] = useState<GalleryList | null>(() => memoryOf(surveyId).list);
  const running = useRef<{ readonly question: ListQuestion; readonly abort: AbortController } | null>(null);
  const wanted = useRef(question);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isOpening = open.loading !== null;
  const opening = useRef({ isNow: isOpening, atRest: false });

  useEffect(() => {
    wanted.current = question;
    opening.current.isNow = isOpening;
    const isAnswered = list !== null && isSame(list.question, question);
    if (isAnswered) return;
    const isWaiting = timer.current !== null && list !== null && isSameLook(list.question, question);
    if (isWaiting && (isOpening || !opening.current.atRest)) return;
    if (running.current !== null) {
      if (isSameLook(running.current.question, question)) return;
      running.current.abort.abort();
    }
    const begin = () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      const begunMs = performance.now();
      const asked = wanted.current;
      const abort = new AbortController();
      const run = { question: asked, abort };
      running.current = run;
      runInPieces(listImages(asked, memoryOf(surveyId)), abort.signal).then(
        (answer) => {
          if (running.current !== run) return;
          running.current = null;
          setList(answer);
          if (isSame(asked, wanted.current)) return;
          opening.current.atRest = opening.current.isNow;
          const share = opening.current.isNow ? OPENING_REST_SHARE : REST_SHARE;
          const pauseMs = isSameLook(asked, wanted.current) ? share * (performance.now() - begunMs) : 0;
          timer.current = setTimeout(begin, pauseMs);
        },
        (reason: unknown) => {
          if (running.current === run) running.current = null;
          if (abort.signal.aborted) return;
          // A bug in the computation is one of the screen that shows it: thrown while drawing, its boundary catches it.
          setList(() => {
            throw reason;
          });
        },
      );
    };
    begin();
  }, [question, surveyId, list, isOpening]);
  useEffect(
    () => () => {
      running.current?.abort.abort();
      running.current = null;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return list;
}

/** All images; while the survey is opened the first ones, the same array for as long as nothing of them changes. */
function useImagesToShow({ images, loading }: OpenSurvey): OpenSurvey['images'] {
  const [first, setFirst] = useState(images);
  if (loading === null || images.length <= OPENING_IMAGES) return images;
  if (first.length === OPENING_IMAGES && first.every((image, number) => image === images[number])) return first;
  const changed = images.slice(0, OPENING_IMAGES);
  setFirst(changed);
  return changed;
}

function isSame(one: ListQuestion, other: ListQuestion): boolean {
  return (
    one.images === other.images &&
    one.labels === other.labels &&
    one.found === other.found &&
    one.naming === other.naming &&
    isSameLook(one, other)
  );
}

function isSameLook(one: ListQuestion, other: ListQuestion): boolean {
  return (
    one.filter === other.filter &&
    one.sort === other.sort &&
    one.grouping === other.grouping &&
    one.tile === other.tile &&
    one.differing === other.differing &&
    one.eventFiles === other.eventFiles
  );
}
