import { FEWEST_COMPARED, LEAST_AGREEMENT, agreementShare } from '../../../domain/fast-detector/detector-agreement';
import { FEWEST_IMAGES } from '../../../domain/fast-detector/choose-images';
import { messages } from '../../messages';
import { speedMessages as text } from '../../messages/speed-messages';
import { isUnderWay, type FastMakingView } from '../../state/fast-making';
import { Button } from '../button';
import { ErrorNotice } from '../error-notice';
import { formatPercent } from '../format/number-format';
import { Note } from '../note';
import { StepProgress } from '../step-progress';
import { FastFacts } from './fast-facts';
import styles from './fast-detector.module.css';

export interface FastMakingProps {
  readonly making: FastMakingView;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** A fast detector on its way: the step and its photos; or what came of it. */
export function FastMaking({ making, onCancel, onDismiss }: FastMakingProps) {
  const { step, done, total } = making;
  if (isUnderWay(making)) {
    return (
      <StepProgress
        label={text.progress}
        step={text.steps[step as keyof typeof text.steps]}
        done={done}
        total={total}
        onCancel={onCancel}
      />
    );
  }
  return (
    <div className={styles.making}>
      <div role="status" className={styles.outcome}>
        <Outcome making={making} />
      </div>
      <div className={styles.line}>
        <Button size="small" variant="quiet" onClick={onDismiss}>
          {messages.common.dismiss}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ making }: { readonly making: FastMakingView }) {
  const { step, way, refusal, fast, total, condition } = making;
  if (step === 'made') {
    return (
      <Note>
        <p>{text.made}</p>
      </Note>
    );
  }
  if (step === 'stopped' && condition !== null) return <ErrorNotice condition={condition} tone="warn" />;
  if (step === 'refused' && refusal === 'too-few-photos') {
    const fewest = way === 'int8' ? FEWEST_IMAGES : FEWEST_COMPARED;
    return <Refusal>{text.refusals['too-few-photos'](fewest, total)}</Refusal>;
  }
  if (step === 'refused' && refusal === 'too-different' && fast !== null) {
    const share = formatPercent(agreementShare(fast.agreement));
    return (
      <>
        <Refusal>{text.refusals['too-different'](share, formatPercent(LEAST_AGREEMENT))}</Refusal>
        <FastFacts fast={fast} />
      </>
    );
  }
  if (step === 'refused') return <Refusal>{text.refusals['run-going']}</Refusal>;
  return <p className={styles.quiet}>{text.cancelled}</p>;
}

function Refusal({ children }: { readonly children: string }) {
  return (
    <Note tone="warn">
      <p>{children}</p>
    </Note>
  );
}
