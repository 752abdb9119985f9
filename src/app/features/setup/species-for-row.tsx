import { messages } from '../../messages';
import type { SpeciesPer } from '../../../domain/survey';
import { Note } from '../../shared/note';
import { Segmented } from '../../shared/segmented';
import { SetupRow } from './setup-row';

export interface SpeciesForRowProps {
  readonly speciesPer: SpeciesPer;
  /** Photos that are done but for the names of single animals. */
  readonly lacking: number;
  readonly onChange: (speciesPer: SpeciesPer) => void;
}

const CHOICES = ['animal', 'image'] as const satisfies readonly SpeciesPer[];

/** One name for each animal, or one for each photo. Can be changed with results: then some photos run once more, shorter. */
export function SpeciesForRow({ speciesPer, lacking, onChange }: SpeciesForRowProps) {
  const { setup: words } = messages;
  return (
    <SetupRow title={words.speciesFor} hint={words.speciesPerSays[speciesPer]}>
      <div>
        <Segmented
          label={words.speciesFor}
          segments={CHOICES.map((value) => ({ value, label: words.speciesPer[value] }))}
          value={speciesPer}
          onChange={onChange}
        />
      </div>
      <div role="status">
        {lacking > 0 && (
          <Note>
            <p>{words.lackingAnimals(lacking)}</p>
          </Note>
        )}
      </div>
    </SetupRow>
  );
}
