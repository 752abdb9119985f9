import { ArrowDown, ArrowUp, Plus, StarOff } from 'lucide-react';
import { useRef, useState } from 'react';
import type { LabelCatalogue } from '../../../domain/labels/label-catalogue';
import { DIGITS } from '../../../domain/labels/label-use';
import { labelMessages } from '../../messages/label-messages';
import { Button } from '../../shared/button';
import { IconButton } from '../../shared/icon-button';
import { lineName } from '../../shared/images/image-words';
import { readLabel } from '../../shared/images/read-label';
import { Keys } from '../../shared/keys';
import { LabelPicker } from '../../shared/labels/label-picker';
import textStyles from '../../shared/text.module.css';
import { useActions } from '../../state/app-store';
import styles from './names-panel.module.css';

export interface FavouriteLabelsProps {
  readonly favourites: readonly string[];
  readonly catalogue: LabelCatalogue | null;
}

/** The labels on the first digits, in the order of their digits. */
export function FavouriteLabels({ favourites, catalogue }: FavouriteLabelsProps) {
  const words = labelMessages.settings;
  const actions = useActions();
  const [isPicking, setPicking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const isFull = favourites.length >= DIGITS;
  return (
    <section className={styles.part} aria-label={words.favouritesTitle}>
      <div className={styles.head}>
        <h3>{words.favouritesTitle}</h3>
        {!isFull && (
          <Button size="small" icon={Plus} onClick={() => setPicking(true)}>
            {words.favouritesAdd}
          </Button>
        )}
      </div>
      <p className={textStyles.hint}>{words.favouritesText}</p>
      <div ref={list} tabIndex={-1} className={styles.lists}>
        {favourites.length === 0 && <p className={textStyles.secondary}>{words.favouritesNone}</p>}
        <ol className={styles.list} aria-label={words.favouritesTitle} hidden={favourites.length === 0}>
          {favourites.map((label, index) => {
            const name = lineName(label);
            const { scientificName } = readLabel(label);
            const isOffered = catalogue === null || catalogue.offeredAs(label) !== null;
            return (
              <li key={label} className={styles.row}>
                <Keys combination={String(index + 1)} />
                <span className={styles.words}>
                  <span>
                    <bdi>{name}</bdi>{' '}
                    {scientificName !== name && <i className={textStyles.scientific}>{scientificName}</i>}
                  </span>
                  {!isOffered && <span className={styles.path}>{words.favouriteGone}</span>}
                </span>
                <IconButton
                  icon={ArrowUp}
                  size="small"
                  label={words.up(name)}
                  aria-disabled={index === 0}
                  onClick={() => void actions.moveFavourite(label, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  size="small"
                  label={words.down(name)}
                  aria-disabled={index === favourites.length - 1}
                  onClick={() => void actions.moveFavourite(label, 1)}
                />
                <IconButton
                  icon={StarOff}
                  size="small"
                  label={words.unpin(name)}
                  onClick={() => {
                    list.current?.focus();
                    void actions.unpinLabel(label);
                  }}
                />
              </li>
            );
          })}
        </ol>
        {isFull && <p className={textStyles.hint}>{words.favouritesFull}</p>}
      </div>
      {isPicking && (
        <LabelPicker
          current={null}
          onChoose={(label) => void actions.pinLabel(label)}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  );
}
