import { useEffect, useRef } from 'react';
import { messages } from '../../messages';
import { languages } from '../../messages/languages';
import { userLocale } from '../../shared/format/number-format';
import { Select } from '../../shared/select';
import { SettingRow } from './setting-row';

export interface LanguageRowProps {
  /** As in the settings: 'system' or a tag. */
  readonly choice: string;
  readonly onChange: (language: string) => void;
}

const text = messages.settings;

/** The locale that was left by the choice made here; null = the row came on the screen by another way. */
let leftLocale: string | undefined | null = null;

/** Another language draws the screen anew: the keyboard stays on the control that asked for it. */
export function LanguageRow({ choice, onChange }: LanguageRowProps) {
  const control = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isAnswered = leftLocale !== null && leftLocale !== userLocale();
    leftLocale = null;
    if (isAnswered) control.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, []);
  const isKnown = languages.some(({ tag }) => tag === choice);
  return (
    <SettingRow label={text.language} hint={text.languageHint}>
      <div ref={control}>
        <Select
          label={text.language}
          value={isKnown ? choice : 'system'}
          onChange={(language) => {
            leftLocale = userLocale();
            onChange(language);
          }}
          options={[
            { value: 'system', label: text.systemLanguage },
            ...languages.map(({ tag, name }) => ({ value: tag, label: name })),
          ]}
        />
      </div>
    </SettingRow>
  );
}
