import { messages } from '../../messages';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { useOpenSurvey } from '../../state/use-open-survey';

export function RepeatsScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Repeats open={opened.open} /> : null;
}

function Repeats({ open }: { readonly open: OpenSurvey }) {
  const { repeats: words } = messages;
  return <ScreenHeading documentTitle={`${words.title} · ${open.survey.name}`}>{words.title}</ScreenHeading>;
}
