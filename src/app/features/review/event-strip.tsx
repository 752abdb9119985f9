import { Check } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { reviewModeMessages } from '../../messages/review-mode-messages';
import { Icon } from '../../shared/icon';
import { describeImage } from '../../shared/images/describe-image';
import { imageName } from '../../shared/images/image-words';
import { PhotoCell } from '../../shared/images/photo-cell';
import { ReviewMarks } from '../../shared/review/review-marks';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import styles from './event-strip.module.css';
import { isSaid } from './said';

const words = reviewModeMessages.events;

export interface EventStripProps {
  readonly open: OpenSurvey;
  readonly filepaths: readonly string[];
  readonly current: string;
  /** Frames that get a label of their own. */
  readonly chosen: ReadonlySet<string>;
  readonly onShow: (filepath: string) => void;
  readonly onChoose: (filepath: string) => void;
}

/** All frames of an event, in order of time; the current one is framed. Each can be chosen. */
export function EventStrip({ open, filepaths, current, chosen, onShow, onChoose }: EventStripProps) {
  const actions = useActions();
  const surveyId = open.survey.id;
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <ol className={styles.strip} aria-label={words.frames}>
      {filepaths.map((filepath, index) => {
        const image = open.imageOf(filepath);
        if (image === null) return null;
        const description = describeImage(image, open.labels);
        const name = words.frame(index + 1, imageName(description));
        const isCurrent = filepath === current;
        return (
          <li key={filepath}>
            <button
              ref={isCurrent ? shown : undefined}
              type="button"
              className={styles.frame}
              aria-label={isSaid(image.review) ? `${name}, ${words.reviewed}` : name}
              aria-current={isCurrent ? 'true' : undefined}
              onClick={() => onShow(filepath)}
            >
              <PhotoCell description={description} loadPreview={loadPreview} />
              <span className={styles.marks}>
                <span>{index + 1}</span>
                <ReviewMarks description={description} />
              </span>
            </button>
            <button
              type="button"
              role="checkbox"
              aria-checked={chosen.has(filepath)}
              aria-label={reviewFlowMessages.event.choose(index + 1)}
              className={styles.choose}
              onClick={() => onChoose(filepath)}
            >
              {chosen.has(filepath) && <Icon of={Check} size={14} />}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
