import { BookA } from 'lucide-react';
import { useEffect } from 'react';
import { labelMessages } from '../../messages/label-messages';
import { useLabelCatalogue } from '../../shared/labels/use-label-choices';
import { Panel } from '../../shared/panel';
import textStyles from '../../shared/text.module.css';
import { useActions, useAppState } from '../../state/app-store';
import { FavouriteLabels } from './favourite-labels';
import { NameTables } from './name-tables';
import { OwnLabels } from './own-labels';

/** What labels are called, which are the person's own, and which are at hand. */
export function NamesPanel() {
  const words = labelMessages.settings;
  const book = useAppState(({ labelBook }) => labelBook);
  const actions = useActions();
  const catalogue = useLabelCatalogue();
  const isMissing = catalogue === null;
  useEffect(() => {
    if (isMissing) void actions.loadLabels();
  }, [actions, isMissing]);
  return (
    <Panel isRoomy title={words.title} icon={BookA}>
      <p className={textStyles.secondary}>{words.intro}</p>
      <OwnLabels ownLabels={book.ownLabels} />
      <FavouriteLabels favourites={book.use.favourites} catalogue={catalogue} />
      <NameTables book={book} catalogue={catalogue} />
    </Panel>
  );
}
