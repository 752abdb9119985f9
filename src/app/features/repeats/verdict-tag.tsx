import { Ban, CircleCheck, CircleDashed } from 'lucide-react';
import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { messages } from '../../messages';
import { Tag } from '../../shared/tag';

const LOOKS = {
  rejected: { icon: Ban, tone: 'danger' },
  kept: { icon: CircleCheck, tone: 'success' },
  undecided: { icon: CircleDashed, tone: 'quiet' },
} as const;

/** What was said of a stack: icon and word. */
export function VerdictTag({ verdict }: { readonly verdict: RepeatVerdict | null }) {
  const name = verdict ?? 'undecided';
  const { icon, tone } = LOOKS[name];
  return (
    <Tag icon={icon} tone={tone}>
      {messages.repeats.verdicts[name]}
    </Tag>
  );
}
