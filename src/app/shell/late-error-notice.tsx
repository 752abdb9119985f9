import { lazy, Suspense } from 'react';
import type { ErrorNoticeProps } from '../shared/error-notice';

// The words of every condition come with the first condition, not with the page.
const ErrorNotice = lazy(() => import('../shared/error-notice').then((m) => ({ default: m.ErrorNotice })));

export function LateErrorNotice(props: ErrorNoticeProps) {
  return (
    <Suspense fallback={null}>
      <ErrorNotice {...props} />
    </Suspense>
  );
}
