import { Layers } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { similarMessages as words } from '../../messages/similar-messages';
import type { OpenSurvey } from '../../state/app-state';
import { Button } from '../button';
import type { CropRef } from './find-nearest';

const SimilarDialog = lazy(() => import('./similar-dialog').then((m) => ({ default: m.SimilarDialog })));

/** Opens the crops that are most like this one. */
export function MoreLikeThis({ open, of }: { readonly open: OpenSurvey; readonly of: CropRef }) {
  const [shown, setShown] = useState<CropRef | null>(null);
  return (
    <>
      <Button size="small" icon={Layers} onClick={() => setShown(of)}>
        {words.more}
      </Button>
      {shown !== null && (
        <Suspense>
          <SimilarDialog open={open} of={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </>
  );
}
