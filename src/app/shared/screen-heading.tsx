import { useEffect, useRef, type ReactNode } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';
import text from './text.module.css';

export interface ScreenHeadingProps {
  readonly children: ReactNode;
  /** The tab's title: the screen, then the survey: "Gallery · North Fork". The app's name is added. */
  readonly documentTitle: string;
  /** The bar or the picture says it already: only screen readers need it. */
  readonly isHidden?: boolean;
  readonly className?: string | undefined;
}

let hasShownAScreen = false;

/**
 * The one h1 of a screen. It sets the tab's title, and takes the focus when the person came here from another screen,
 * so that a screen reader reads on from here and Tab goes to the first control. After a reload the browser decides.
 */
export function ScreenHeading({ children, documentTitle, isHidden = false, className }: ScreenHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasShownAScreen) heading.current?.focus({ preventScroll: true });
    hasShownAScreen = true;
  }, []);
  useEffect(() => {
    document.title = `${documentTitle} · ${messages.common.appName}`;
  }, [documentTitle]);
  return (
    <h1 ref={heading} tabIndex={-1} className={classNames(isHidden && text.visuallyHidden, className)}>
      {children}
    </h1>
  );
}
