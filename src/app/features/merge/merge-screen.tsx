import { messages } from '../../messages';
import { ScreenHeading } from '../../shared/screen-heading';
import type { OpenSurvey } from '../../state/app-state';
import { useOpenSurvey } from '../../state/use-open-survey';

export function MergeScreen({ surveyId }: { readonly surveyId: string }) {
  const opened = useOpenSurvey(surveyId);
  return opened.step === 'open' ? <Merge open={opened.open} /> : null;
}

function Merge({ open }: { readonly open: OpenSurvey }) {
  const { merge: words } = messages;
  return <ScreenHeading documentTitle={`${words.title} · ${open.survey.name}`}>{words.title}</ScreenHeading>;
}
