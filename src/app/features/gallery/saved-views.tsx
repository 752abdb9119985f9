import { Bookmark, BookmarkPlus, LayoutGrid, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Menu, type MenuEntry } from '../../shared/menu';
import { useActions, useAppState } from '../../state/app-store';
import { FIRST_LOOK, parseLook, printLook, type GalleryLook } from '../../state/gallery-query';
import { ManageViews } from './manage-views';
import { SaveView } from './save-view';
import { withView } from './view-list';

export interface SavedViewsProps {
  readonly look: GalleryLook;
  readonly onLook: (look: GalleryLook) => void;
}

/** Looks of the gallery that got a name: one click brings one back. */
export function SavedViews({ look, onLook }: SavedViewsProps) {
  const actions = useActions();
  const views = useAppState((state) => state.preferences.savedViews);
  const [dialog, setDialog] = useState<'none' | 'save' | 'manage'>('none');
  const { galleryViews } = messages;
  const current = printLook(look);
  const entries: readonly MenuEntry[] = [
    ...views.map(({ name, query }) => ({
      id: `view ${name}`,
      label: name,
      icon: query === current ? Bookmark : undefined,
      onSelect: () => onLook(parseLook(query)),
    })),
    ...(views.length > 0 ? (['separator'] as const) : []),
    { id: 'all', label: galleryViews.everything, icon: LayoutGrid, onSelect: () => onLook(FIRST_LOOK) },
    { id: 'save', label: galleryViews.save, icon: BookmarkPlus, onSelect: () => setDialog('save') },
    {
      id: 'manage',
      label: galleryViews.manage,
      icon: PencilLine,
      isDisabled: views.length === 0,
      onSelect: () => setDialog('manage'),
    },
  ];
  return (
    <>
      <Menu
        align="start"
        entries={entries}
        trigger={
          <Button size="small" icon={Bookmark}>
            {galleryViews.button}
          </Button>
        }
      />
      {dialog === 'save' && (
        <SaveView
          names={views.map(({ name }) => name)}
          onClose={() => setDialog('none')}
          onSave={(name) => void actions.changePreferences({ savedViews: withView(views, { name, query: current }) })}
        />
      )}
      {dialog === 'manage' && (
        <ManageViews
          views={views}
          onClose={() => setDialog('none')}
          onChange={(savedViews) => void actions.changePreferences({ savedViews })}
        />
      )}
    </>
  );
}
