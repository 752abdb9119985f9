import { FilePlus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../messages';
import { LinkButton } from '../../shared/button';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import { IconButton } from '../../shared/icon-button';
import { nameInSentence } from '../../shared/images/image-words';
import { Panel } from '../../shared/panel';
import type { Attached, OpenSurvey } from '../../state/app-state';
import { routes } from '../../state/routes';
import styles from './files-panel.module.css';

export interface FilesPanelProps {
  readonly open: OpenSurvey;
  /** A run goes on: nothing can be taken away from under it. */
  readonly isGoing: boolean;
  readonly onFiles: (files: FileList) => void;
  readonly onDetach: (name: keyof Attached) => void;
  readonly onRemoveTargets: () => void;
}

const ATTACHED = ['instances', 'detections', 'classifications'] as const satisfies readonly (keyof Attached)[];
/** Endings of what can be added: see readImport. */
const ENDINGS = '.json,.csv,.txt';
const NAMED_TARGETS = 3;

/** What was added to the survey besides its photos. */
export function FilesPanel({ open, isGoing, onFiles, onDetach, onRemoveTargets }: FilesPanelProps) {
  const { setup: words } = messages;
  const { survey, attached } = open;
  const { targetSpecies, ownGeofence } = survey.settings;
  const files = ATTACHED.flatMap((name) => (attached[name] === null ? [] : [{ name, file: attached[name] }]));
  const isEmpty = files.length === 0 && targetSpecies.length === 0 && ownGeofence.length === 0;
  const areTargetsLocked = survey.counts.done > 0 || isGoing;
  return (
    <Panel title={words.filesTitle} isRoomy>
      {isEmpty ? (
        <p className={styles.empty}>{words.filesNone}</p>
      ) : (
        <ul className={styles.list}>
          {files.map(({ name, file }) => (
            <Entry
              key={name}
              title={words.fileKinds[name]}
              act={
                !isGoing && (
                  <IconButton
                    icon={X}
                    size="small"
                    label={words.removeFile(file.fileName)}
                    onClick={() => onDetach(name)}
                  />
                )
              }
            >
              <span>
                <FileName name={file.fileName} />
              </span>
              <span>{words.fileMatches(file.matched, file.count)}</span>
            </Entry>
          ))}
          {targetSpecies.length > 0 && (
            <Entry
              title={words.targets}
              act={
                !areTargetsLocked && (
                  <IconButton icon={X} size="small" label={words.removeTargets} onClick={onRemoveTargets} />
                )
              }
            >
              <span>
                {words.targetsText(targetSpecies.length, targetSpecies.slice(0, NAMED_TARGETS).map(nameInSentence))}
              </span>
              {areTargetsLocked && <span>{words.targetsLocked}</span>}
            </Entry>
          )}
          {ownGeofence.length > 0 && (
            <Entry
              title={words.ownRules}
              act={
                <LinkButton to={routes.geofence(survey.id)} size="small" variant="quiet">
                  {words.showOwnRules}
                </LinkButton>
              }
            >
              <span>{words.ownRulesCount(ownGeofence.length)}</span>
            </Entry>
          )}
        </ul>
      )}
      <div>
        <FileButton kind="files" size="small" icon={FilePlus} accept={ENDINGS} onFiles={onFiles}>
          {words.addFile}
        </FileButton>
      </div>
    </Panel>
  );
}

interface EntryProps {
  readonly title: string;
  readonly act: ReactNode;
  readonly children: ReactNode;
}

function Entry({ title, act, children }: EntryProps) {
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <strong>{title}</strong>
        {children}
      </div>
      {act}
    </li>
  );
}
