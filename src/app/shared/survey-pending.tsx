import { FolderSearch, LoaderCircle } from 'lucide-react';
import { messages } from '../messages';
import { routes } from '../state/routes';
import { LinkButton } from './button';
import { EmptyState } from './empty-state';
import { ScreenHeading } from './screen-heading';

export interface SurveyPendingProps {
  readonly step: 'loading' | 'not-found';
  /** Name of the screen that would be here. */
  readonly screen: string;
}

/** In place of a survey's screen while the survey is being opened, or when it is not in this browser. */
export function SurveyPending({ step, screen }: SurveyPendingProps) {
  const { shell } = messages;
  if (step === 'loading') {
    return (
      <div aria-busy>
        <ScreenHeading documentTitle={screen} isHidden>
          {screen}
        </ScreenHeading>
        <EmptyState icon={LoaderCircle} title={shell.openingSurvey} />
      </div>
    );
  }
  return (
    <>
      <ScreenHeading documentTitle={shell.surveyNotFound} isHidden>
        {screen}
      </ScreenHeading>
      <EmptyState
        icon={FolderSearch}
        title={shell.surveyNotFound}
        actions={<LinkButton to={routes.home}>{shell.goHome}</LinkButton>}
      >
        {shell.surveyNotFoundText}
      </EmptyState>
    </>
  );
}
