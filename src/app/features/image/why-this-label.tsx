import { ChevronRight, MapPinCheck, MapPinOff } from 'lucide-react';
import { useMemo } from 'react';
import type { ConclusionRules } from '../../../domain/conclusion-rules';
import { explainPrediction, type Explanation } from '../../../domain/explain';
import type { Inference } from '../../../domain/inference';
import type { Prediction } from '../../../domain/prediction';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import { Icon } from '../../shared/icon';
import { placeName } from '../../shared/place/country-names';
import inspector from './inspector.module.css';
import { repeatSteps } from './repeat-steps';
import { speedSteps } from './speed-steps';
import { conditionsOf, smoothingSteps, whySteps, type SmoothingStepWords, type WhyStep } from './why-steps';
import styles from './why-this-label.module.css';

export interface WhyThisLabelProps {
  /** Without its rejected detections. */
  readonly inference: Inference;
  readonly prediction: Prediction;
  /** How many detections were rejected as repeats. */
  readonly rejectedCount: number;
  /** Those of the image's own place. */
  readonly rules: ConclusionRules;
  readonly scoresAs: ScoreFormat;
  /** For a whole label line that the geofence holds back at this image's place. */
  readonly onAllow: (label: string) => void;
  /** What came after the rules; null = nothing. */
  readonly smoothing: SmoothingStepWords | null;
}

/** The steps in the order of the rules; the one that decided is filled, what was held back is struck through. */
export function WhyThisLabel(props: WhyThisLabelProps) {
  const { inference, prediction, rejectedCount, rules, scoresAs, onAllow, smoothing } = props;
  const { image } = messages;
  const explanation = useMemo(() => explainPrediction(inference, rules), [inference, rules]);
  const detections = inference.detections ?? [];
  const concluded =
    explanation === null
      ? repeatSteps(prediction, detections, scoresAs)
      : whySteps(explanation, { detections, place: rules.place, scoresAs });
  const steps = [...speedSteps(inference.speed, scoresAs), ...concluded, ...smoothingSteps(smoothing)];
  return (
    <section className={inspector.section}>
      <h3>{image.why}</h3>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            place={placeName(rules.place)}
            onAllow={() => {
              if (explanation !== null) onAllow(explanation.classifier.label);
            }}
          />
        ))}
      </ol>
      {rejectedCount > 0 && <p className={inspector.aside}>{image.rejectedBoxes(rejectedCount)}</p>}
      {explanation !== null && <Rejected explanation={explanation} scoresAs={scoresAs} />}
      <p className={inspector.aside}>
        {image.inExports} <code>{prediction.source}</code>
      </p>
    </section>
  );
}

interface StepProps {
  readonly step: WhyStep;
  /** In words. */
  readonly place: string;
  readonly onAllow: () => void;
}

function Step({ step, place, onAllow }: StepProps) {
  return (
    <li className={classNames(styles.step, styles[step.tone])}>
      <strong>{step.head}</strong> {step.text}
      {step.struck !== null && (
        <p className={styles.path}>
          <s>{step.struck}</s>
          <Icon of={MapPinOff} size={14} />
          <Button
            size="small"
            icon={MapPinCheck}
            aria-label={messages.geofence.held.allowLong(step.struck, place)}
            onClick={onAllow}
          >
            {messages.geofence.held.allow}
          </Button>
        </p>
      )}
      {step.path.length > 0 && (
        <p className={styles.path}>
          {step.path.map((level, index) => (
            <span key={level} className={styles.level}>
              {index > 0 && <Icon of={ChevronRight} size={12} />}
              {index === step.path.length - 1 && step.tone === 'hit' ? <strong>{level}</strong> : level}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function Rejected({ explanation, scoresAs }: { readonly explanation: Explanation; readonly scoresAs: ScoreFormat }) {
  const rejected = explanation.checks.filter(({ holds }) => !holds);
  if (rejected.length === 0) return null;
  const { explain } = messages.image;
  return (
    <details className={styles.rejected}>
      <summary>{explain.rejected}</summary>
      <ul>
        {rejected.map((check) => (
          <li key={check.rule}>
            <strong>{explain.rule(check.rule)}</strong> {explain.not(conditionsOf(check, scoresAs))}
          </li>
        ))}
      </ul>
    </details>
  );
}
