import {
  BadgeCheck,
  Blend,
  CircleAlert,
  CircleCheck,
  FlaskConical,
  ImageOff,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../messages';
import { reviewExportMessages } from '../../messages/review-export-messages';
import { Icon } from '../../shared/icon';
import type { OpenSurvey } from '../../state/app-state';
import { hasFact } from '../../state/survey-row';
import { SURVEY_FILE_ID } from '../../state/survey-file-export';
import styles from './what-is-written.module.css';

/** Holds nothing but what people said. */
const REVIEW_TABLE_ID = 'review-csv';

interface WhatIsWrittenProps {
  readonly open: OpenSurvey;
  readonly formatId: string;
  /** Images with an answer of a person. */
  readonly reviewed: number;
  /** The file has the person's names. */
  readonly usesReview: boolean;
}

/** How many images the file will hold, failures included, and what is left out. */
export function WhatIsWritten({ open, formatId, reviewed, usesReview }: WhatIsWrittenProps) {
  const { exportDialog: words } = messages;
  const { done, failed, listed } = open.survey.counts;
  const waiting = Math.max(0, listed - done);
  const isWhole = formatId === SURVEY_FILE_ID;
  if (formatId === REVIEW_TABLE_ID) {
    const said = open.images.filter((image) => image.review !== null && hasFact(image)).length;
    return (
      <section>
        <h3>{words.written}</h3>
        <ul className={styles.list}>
          <Line icon={CircleCheck}>{reviewExportMessages.onlyReviewed(said)}</Line>
        </ul>
      </section>
    );
  }
  return (
    <section>
      <h3>{words.written}</h3>
      <ul className={styles.list}>
        {usesReview && <Line icon={BadgeCheck}>{reviewExportMessages.reviewed(reviewed)}</Line>}
        <Line icon={CircleCheck}>{words.writtenDone(done - failed)}</Line>
        {failed > 0 && <Line icon={CircleCheck}>{words.writtenFailed(failed)}</Line>}
        {waiting > 0 && (
          <Line icon={CircleAlert}>{isWhole ? words.writtenListed(waiting) : words.writtenOpen(waiting)}</Line>
        )}
        {isWhole && <Line icon={ImageOff}>{words.writtenNoPhotos}</Line>}
        <SmoothingLine open={open} formatId={formatId} />
        {(open.survey.isDemo || open.modelPackage?.isDemo === true) && <Line icon={FlaskConical}>{words.demo}</Line>}
      </ul>
    </section>
  );
}

/** SpeciesNet's file holds the ensemble's own answers; the others follow the survey's names. */
function SmoothingLine({ open, formatId }: { readonly open: OpenSurvey; readonly formatId: string }) {
  const { exportDialog: words } = messages;
  const { outcome, isSmoothing, problem } = open.smoothing;
  if (open.survey.settings.smoothing === 'off' || problem !== null) return null;
  if (formatId === 'speciesnet') return <Line icon={Blend}>{words.notSmoothed}</Line>;
  if (outcome === null || isSmoothing) return <Line icon={LoaderCircle}>{words.smoothing}</Line>;
  return <Line icon={Blend}>{words.smoothed(outcome.detections)}</Line>;
}

function Line({ icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <li className={styles.line}>
      <Icon of={icon} />
      <span>{children}</span>
    </li>
  );
}
