import { Component, type ReactNode } from 'react';
import { messages } from '../messages';
import { Button } from '../shared/button';
import { EmptyState } from '../shared/empty-state';
import { Bug } from 'lucide-react';
import text from '../shared/text.module.css';

interface Props {
  readonly children: ReactNode;
}

/** React wants a class for this. A screen with a bug must not take the bar and the other screens with it. */
export class ScreenBoundary extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div role="alert">
        <h1 className={text.visuallyHidden}>{messages.shell.screenBroken}</h1>
        <EmptyState
          icon={Bug}
          title={messages.shell.screenBroken}
          actions={<Button onClick={() => location.reload()}>{messages.shell.reload}</Button>}
        >
          <p>{messages.shell.screenBrokenText}</p>
          <details>
            <summary>{messages.common.details}</summary>
            <code className={text.mono}>{error.message}</code>
          </details>
        </EmptyState>
      </div>
    );
  }
}
