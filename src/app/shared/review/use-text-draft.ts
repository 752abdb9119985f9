import { useState } from 'react';

/** A text that is written at leisure and said once: when the field is left. */
export function useTextDraft(said: string, onSay: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    value: draft ?? said,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setDraft(event.currentTarget.value),
    onBlur: () => {
      if (draft !== null && draft.trim() !== said) onSay(draft.trim());
      setDraft(null);
    },
  };
}
