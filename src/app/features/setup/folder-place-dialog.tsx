import { useMemo, useState } from 'react';
import type { FolderPlace } from '../../../domain/folder-places';
import type { Place } from '../../../domain/survey';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Combobox } from '../../shared/combobox';
import { Dialog } from '../../shared/dialog';
import { Field } from '../../shared/field';
import { formatNumber } from '../../shared/format/number-format';
import { Note } from '../../shared/note';
import type { OpenSurvey } from '../../state/app-state';
import { CountryChoice, hasStates, StateChoice } from './place-choice';
import { surveyFolders } from './survey-folders';

export interface FolderPlaceDialogProps {
  /** The place that is changed; null = one more. */
  readonly entry: FolderPlace | null;
  readonly images: OpenSurvey['images'];
  readonly onSave: (entry: FolderPlace) => void;
  readonly onClose: () => void;
}

const NOWHERE: Place = { country: null, admin1Region: null };
/** Folders shown at a time; typing finds the others. */
const SHOWN_FOLDERS = 100;

export function FolderPlaceDialog({ entry, images, onSave, onClose }: FolderPlaceDialogProps) {
  const { setup: words } = messages;
  const [folder, setFolder] = useState(entry?.folder ?? null);
  const [place, setPlace] = useState(entry?.place ?? NOWHERE);
  const folders = useMemo(
    () =>
      surveyFolders(images).map(({ folder: name, images: count }) => ({
        value: name,
        label: name,
        code: formatNumber(count),
      })),
    [images],
  );
  const isWhole = folder !== null && place.country !== null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.folderPlaceTitle}
      description={words.folderPlaceText}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{messages.common.cancel}</Button>
          <Button
            variant="primary"
            disabled={!isWhole}
            onClick={() => {
              if (folder !== null) onSave({ folder, place });
            }}
          >
            {messages.common.save}
          </Button>
        </>
      }
    >
      {folders.length === 0 && (
        <Note>
          <p>{words.noFolders}</p>
        </Note>
      )}
      <Field label={words.folder}>
        <Combobox
          placeholder={words.folderPlaceholder}
          emptyText={words.noFolder}
          options={folders}
          limit={SHOWN_FOLDERS}
          value={folder}
          onChange={setFolder}
        />
      </Field>
      <Field label={words.country}>
        <CountryChoice place={place} onChange={setPlace} isInField />
      </Field>
      {hasStates(place) && (
        <Field label={words.state}>
          <StateChoice place={place} onChange={setPlace} isInField />
        </Field>
      )}
    </Dialog>
  );
}
