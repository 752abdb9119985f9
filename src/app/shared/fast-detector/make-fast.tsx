import { FolderOpen, Gauge, Images } from 'lucide-react';
import { useState } from 'react';
import { FEWEST_IMAGES } from '../../../domain/fast-detector/choose-images';
import type { ModelPackage } from '../../../domain/model-package';
import { speedMessages as text } from '../../messages/speed-messages';
import type { FastWish } from '../../state/fast-making';
import { Button } from '../button';
import { FileButton } from '../file-button';
import { RadioCards } from '../radio-cards';
import { wishCardsOf } from './fast-wishes';
import styles from './fast-detector.module.css';

export interface MakeFastProps {
  /** Closed at first: what is chosen here is no setting of a run. */
  readonly isFolded: boolean;
  readonly modelPackage: ModelPackage;
  readonly packages: readonly ModelPackage[];
  /** Photos that are here already; null = the person chooses some. */
  readonly survey: { readonly name: string; readonly count: number } | null;
  readonly onMake: (wish: FastWish, files: readonly File[] | null) => void;
}

/** Which way, and with which photos. */
export function MakeFast({ modelPackage, packages, survey, isFolded, onMake }: MakeFastProps) {
  const [isOpen, setIsOpen] = useState(!isFolded);
  const wishes = wishCardsOf(modelPackage, packages);
  const [chosen, setChosen] = useState('int8');
  const possible = wishes.filter(({ card }) => card.isDisabled !== true);
  const found = possible.find(({ card }) => card.value === chosen) ?? possible[0];
  if (found === undefined) return <p className={styles.quiet}>{text.ways.int8.notOfHalves}</p>;
  const { wish, card } = found;
  const take = (files: FileList) => onMake(wish, [...files]);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className={styles.fold}>
      <summary>{modelPackage.fastDetector === undefined ? text.makeTitle : text.makeAgain}</summary>
      {wishes.length > 1 && (
        <RadioCards
          label={text.ways.label}
          cards={wishes.map(({ card }) => card)}
          value={card.value}
          onChange={setChosen}
        />
      )}
      {wishes.length === 1 && <p className={styles.quiet}>{text.ways.int8.says}</p>}
      <p className={styles.quiet}>
        {survey === null ? text.needsPhotos(FEWEST_IMAGES) : text.withSurvey(survey.name, survey.count)}
      </p>
      <div className={styles.line}>
        {survey === null ? (
          <>
            <FileButton kind="folder" size="small" icon={FolderOpen} onFiles={take}>
              {text.chooseFolder}
            </FileButton>
            <FileButton kind="files" size="small" icon={Images} accept="image/*" onFiles={take}>
              {text.choosePhotos}
            </FileButton>
          </>
        ) : (
          <Button size="small" icon={Gauge} onClick={() => onMake(wish, null)}>
            {text.make}
          </Button>
        )}
      </div>
    </details>
  );
}
