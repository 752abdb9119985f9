import { useEffect, useMemo, useRef, useState } from 'react';
import { createListMemory, listImages, type GalleryList, type ListQuestion } from '../shared/gallery/gallery-list';
import { userLocale } from '../shared/format/number-format';
import { currentNaming } from '../shared/images/read-label';
import { indexSourceOf } from '../shared/gallery/image-index';
import { isSameLook, isSameQuestion } from '../shared/gallery/same-question';
import type { OpenSurvey } from './app-state';
import { useAppState } from './app-store';
import { filesOfEvent } from './event-files';
import type { GalleryLook } from './gallery-query';
import { openingImages } from './opening-images';
import { runInPieces } from './run-in-pieces';
import { useDiffering } from './use-comparison';

/** During a run the list is made anew again and again: it rests this many times as long as it took. */
const REST_SHARE = 3;
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
  const isPart = open.loading !== null;
  const differing = useDiffering(filter.differs);
  const naming = useAppState(currentNaming); // another one is told by the state
  const eventFiles = useMemo(() => filesOfEvent(open.events, filter.event), [open.events, filter.event]);
  const question = useMemo<ListQuestion>(
    () => ({ images, isPart, labels, found, naming, filter, sort, grouping, tile, differing, eventFiles }),
    [images, isPart, labels, found, naming, filter, sort, grouping, tile, differing, eventFiles],
  );
  const [list, setList] = useState<GalleryList | null>(() => memoryOf(surveyId).list);
  const running = useRef<{ readonly question: ListQuestion; readonly abort: AbortController } | null>(null);
  const wanted = useRef(question);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const opening = useRef({ isNow: isPart, atRest: false });

  useEffect(() => {
    wanted.current = question;
    opening.current.isNow = isPart;
    const isAnswered = list !== null && isSameQuestion(list.question, question);
    if (isAnswered) return;
    const isWaiting = timer.current !== null && list !== null && isSameLook(list.question, question);
    if (isWaiting && (isPart || !opening.current.atRest)) return;
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
          if (isSameQuestion(asked, wanted.current)) return;
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
  }, [question, surveyId, list, isPart]);
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

/** All images; while the survey is opened the first ones. */
function useImagesToShow({ images, loading }: OpenSurvey): OpenSurvey['images'] {
  // Empty at first: all images of then would be kept for as long as the list is shown.
  const [first, setFirst] = useState<OpenSurvey['images']>([]);
  if (loading === null) return images;
  const shown = openingImages(images, first);
  if (shown !== images && shown !== first) setFirst(shown);
  return shown;
}
