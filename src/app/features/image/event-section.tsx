import { ChevronLeft, ChevronRight, Images } from 'lucide-react';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatDuration } from '../../shared/format/format-duration';
import { IconButton } from '../../shared/icon-button';
import { NO_FILTER } from '../../shared/images/image-filter';
import { changeGalleryView } from '../../state/gallery-view';
import { routes } from '../../state/routes';
import type { EventPlace } from './event-place';
import styles from './event-section.module.css';
import inspector from './inspector.module.css';

export interface EventSectionProps {
  readonly surveyId: string;
  readonly filepath: string;
  readonly place: EventPlace;
  readonly onShow: (filepath: string | null) => void;
}

/** Which event the photo belongs to, the ones beside it, and the way to all of its photos. */
export function EventSection({ surveyId, filepath, place, onShow }: EventSectionProps) {
  const { events: words } = messages;
  const [, navigate] = useLocation();
  const { event, events, previous, next } = place;
  return (
    <section className={inspector.section} aria-label={words.event}>
      <div className={inspector.sectionHead}>
        <h3>{words.event}</h3>
        {event !== null && <span className={inspector.aside}>{words.eventOf(event.index + 1, events)}</span>}
      </div>
      {event === null ? (
        <p className={inspector.text}>{words.noEvent}</p>
      ) : (
        <div className={styles.line}>
          <p className={styles.facts}>
            {words.photoOf(event.imageIndex + 1, event.images)}
            {event.images > 1 && ` ${words.lasting(formatDuration(event.seconds))}`}
          </p>
          <IconButton
            icon={ChevronLeft}
            label={words.previousEvent}
            shortcut="["
            size="small"
            disabled={previous === null}
            onClick={() => onShow(previous)}
          />
          <IconButton
            icon={ChevronRight}
            label={words.nextEvent}
            shortcut="]"
            size="small"
            disabled={next === null}
            onClick={() => onShow(next)}
          />
        </div>
      )}
      {event !== null && event.images > 1 && (
        <div>
          <Button
            size="small"
            icon={Images}
            onClick={() => {
              changeGalleryView(surveyId, { filter: { ...NO_FILTER, event: filepath } });
              navigate(routes.gallery(surveyId));
            }}
          >
            {words.showThisEvent}
          </Button>
        </div>
      )}
    </section>
  );
}
