import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { tourMessages as words } from '../../messages/tour-messages';
import { routes } from '../../state/routes';
import { leaveTour } from '../../state/tour';
import { Button } from '../button';
import { classNames } from '../class-names';
import { edgeAwayFrom } from './tour-place';
import styles from './tour.module.css';
import { useTargetRect } from './use-target-rect';

const { steps } = words;
/** What each step points at: `data-tour` of a part of the screen. */
const TARGETS = ['open', 'demo', 'computer', 'privacy', 'help'] as const;

/** Around what a step points at, px. */
const MARGIN = 6;

/** The steps: a card at the edge of the window, and a frame around what it speaks of. The page below goes on working. */
export function TourSteps() {
  const [step, setStep] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const titleId = useId();
  const textId = useId();
  const { title, text } = steps[step]!;
  const rect = useTargetRect(TARGETS[step]!);
  const isLast = step === steps.length - 1;

  useEffect(() => {
    opener.current = document.activeElement;
    const leaveElsewhere = () => {
      if (location.hash !== '' && location.hash !== `#${routes.home}`) leaveTour();
    };
    window.addEventListener('hashchange', leaveElsewhere);
    return () => window.removeEventListener('hashchange', leaveElsewhere);
  }, []);
  // Each step is read out: the card has the focus, and Tab leads to its buttons.
  useEffect(() => card.current?.focus({ preventScroll: true }), [step]);
  const leave = () => {
    leaveTour();
    const before = opener.current;
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    else document.querySelector<HTMLElement>('main h1, main button')?.focus({ preventScroll: true });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    leave();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return createPortal(
    <>
      {rect !== null && (
        <div
          className={styles.ring}
          style={{
            left: rect.left - MARGIN,
            top: rect.top - MARGIN,
            width: rect.width + 2 * MARGIN,
            height: rect.height + 2 * MARGIN,
          }}
        />
      )}
      <div
        ref={card}
        role="region"
        tabIndex={-1}
        aria-labelledby={`${titleId} ${textId}`}
        className={classNames(styles.card, styles[edgeAwayFrom(rect, window.innerHeight)])}
      >
        <p className={styles.step}>{words.label(step + 1, steps.length)}</p>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <p id={textId} className={styles.text}>
          {text}
        </p>
        <div className={styles.acts}>
          {!isLast && (
            <Button variant="quiet" shortcut="Esc" onClick={leave}>
              {words.skip}
            </Button>
          )}
          <span className={styles.space} />
          {step > 0 && <Button onClick={() => setStep(step - 1)}>{words.back}</Button>}
          <Button variant="primary" onClick={() => (isLast ? leave() : setStep(step + 1))}>
            {isLast ? words.finish : words.next}
          </Button>
        </div>
      </div>
    </>,
    document.body,
  );
}
