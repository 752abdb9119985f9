import { messages } from '../../messages';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { useOpenSurvey } from '../../state/use-open-survey';

export function EventsScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Events open={opened.open} /> : null;
}

function Events({ open }: { readonly open: OpenSurvey }) {
  const { events: words } = messages;
  return <ScreenHeading documentTitle={`${words.title} · ${open.survey.name}`}>{words.title}</ScreenHeading>;
}
