import type { Place, SurveySettings } from '../../../domain/survey';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Switch } from '../../shared/switch';
import type { OpenSurvey } from '../../state/app-state';
import { FolderPlaces } from './folder-places';
import { CountryChoice, hasStates, StateChoice } from './place-choice';
import styles from './place-row.module.css';
import { SetupRow } from './setup-row';

type PlaceSettings = Pick<SurveySettings, 'place' | 'placeFromCoordinates' | 'folderPlaces'>;

export interface PlaceRowProps {
  readonly settings: PlaceSettings;
  readonly images: OpenSurvey['images'];
  readonly instances: OpenSurvey['attached']['instances'];
  readonly onChange: (change: Partial<PlaceSettings>) => void;
}

const NOT_SURE = { country: null, admin1Region: null };

/** Where the photos were taken: all of them, single folders, or as the photos and a file say. */
export function PlaceRow({ settings, images, instances, onChange }: PlaceRowProps) {
  const { setup: words } = messages;
  const { place, placeFromCoordinates, folderPlaces } = settings;
  const changePlace = (next: Place) => onChange({ place: next });
  return (
    <SetupRow title={words.place}>
      <div className={styles.choices}>
        <CountryChoice className={styles.choice} place={place} onChange={changePlace} />
        {hasStates(place) && <StateChoice className={styles.choice} place={place} onChange={changePlace} />}
        <Button
          aria-pressed={place.country === null}
          onClick={() => onChange({ place: NOT_SURE })}
          className={place.country === null ? styles.pressed : undefined}
        >
          {words.notSure}
        </Button>
      </div>
      <p className={styles.hint}>{words.placeHint}</p>
      <Switch
        label={words.fromCoordinates}
        hint={placeFromCoordinates ? words.fromCoordinatesOn : words.fromCoordinatesOff}
        isOn={placeFromCoordinates}
        onChange={(isOn) => onChange({ placeFromCoordinates: isOn })}
      />
      <FolderPlaces places={folderPlaces} images={images} onChange={(next) => onChange({ folderPlaces: next })} />
      {instances !== null && <p className={styles.hint}>{words.placesFile(instances.fileName, instances.matched)}</p>}
    </SetupRow>
  );
}
