import { useVirtualizer } from '@tanstack/react-virtual';
import { ClockAlert, Images, LoaderCircle } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SurveyEvent } from '../../../domain/events';
import { messages } from '../../messages';
import { EmptyState } from '../../shared/empty-state';
import { FileName } from '../../shared/file-name';
import { formatCaptureDateTime } from '../../shared/format/format-date';
import { formatDuration } from '../../shared/format/format-duration';
import { formatNumber } from '../../shared/format/number-format';
import { IconButton } from '../../shared/icon-button';
import { cameraName } from '../../shared/images/event-name';
import { NO_FILTER } from '../../shared/images/image-filter';
import text from '../../shared/text.module.css';
import { NARROW, useMediaQuery } from '../../shared/use-media-query';
import type { OpenSurvey } from '../../state/app-state';
import { changeGalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import styles from './event-list.module.css';
import { secondsOf, seenIn } from './event-row';

/** Height of a row, px: one line of a table, or two lines where there is less room. */
const ROW = 40;
const TALL_ROW = 68;

/** All events, by camera and then by time; only the rows on the screen are in the document. */
export function EventList({ open }: { readonly open: OpenSurvey }) {
  const { events: words } = messages;
  const { found } = open.events;
  if (found === null) return <EmptyState icon={LoaderCircle} title={words.finding} />;
  if (found.events.length === 0) {
    return (
      <EmptyState icon={ClockAlert} title={words.noTimesTitle}>
        {words.noTimes}
      </EmptyState>
    );
  }
  return <Table open={open} events={found.events} />;
}

interface TableProps {
  readonly open: OpenSurvey;
  readonly events: readonly SurveyEvent[];
}

function Table({ open, events }: TableProps) {
  const { columns } = messages.events;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const rowHeight = useMediaQuery(NARROW) ? TALL_ROW : ROW;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  return (
    <div
      ref={setScroller}
      className={styles.table}
      role="table"
      aria-label={messages.events.events}
      aria-rowcount={events.length + 1}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.columns}>
          {(['start', 'duration', 'camera', 'images', 'species'] as const).map((name) => (
            <span key={name} role="columnheader" className={styles[name]}>
              {columns[name]}
            </span>
          ))}
          <span role="columnheader" className={styles.show}>
            <span className={text.visuallyHidden}>{columns.show}</span>
          </span>
        </div>
      </div>
      <div role="rowgroup" className={styles.content} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <EventRow key={index} open={open} event={events[index]!} index={index} top={start} />
        ))}
      </div>
    </div>
  );
}

interface EventRowProps {
  readonly open: OpenSurvey;
  readonly event: SurveyEvent;
  readonly index: number;
  readonly top: number;
}

function EventRow({ open, event, index, top }: EventRowProps) {
  const { events: words } = messages;
  const [, navigate] = useLocation();
  const surveyId = open.survey.id;
  const start = formatCaptureDateTime(event.start);
  const seen = seenIn(event, open.imageOf, open.labels);
  const seenText = seen.length === 0 ? words.nothingSeen : seen.join(', ');
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ transform: `translateY(${top}px)` }}>
      <span role="cell" className={styles.start}>
        <Link to={routes.image(surveyId, event.id)} aria-label={words.openFirst(start)}>
          {start}
        </Link>
      </span>
      <span role="cell" className={styles.duration}>
        {formatDuration(secondsOf(event))}
      </span>
      <span role="cell" className={styles.camera}>
        <FileName name={cameraName(event.deployment)} />
      </span>
      <span role="cell" className={styles.images}>
        <span className={styles.wideOnly}>{formatNumber(event.filepaths.length)}</span>
        <span className={styles.narrowOnly}>{words.images(event.filepaths.length)}</span>
      </span>
      <span role="cell" className={styles.species} title={seenText}>
        {seenText}
      </span>
      <span role="cell" className={styles.show}>
        <IconButton
          icon={Images}
          size="small"
          label={words.showEvent(start)}
          onClick={() => {
            changeGalleryView(surveyId, { filter: { ...NO_FILTER, event: event.id }, active: event.id });
            navigate(routes.gallery(surveyId));
          }}
        />
      </span>
    </div>
  );
}
