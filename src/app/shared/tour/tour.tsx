import { Signpost } from 'lucide-react';
import { tourMessages as words } from '../../messages/tour-messages';
import { leaveTour, startTour, useTour } from '../../state/tour';
import { Button } from '../button';
import { Note } from '../note';
import styles from './tour.module.css';
import { TourSteps } from './tour-steps';

/** On the first screen: a quiet question, once, while there is no survey; and the steps, when somebody asks for them. */
export function Tour({ isFirstVisit }: { readonly isFirstVisit: boolean }) {
  const tour = useTour();
  if (tour === 'on') return <TourSteps />;
  if (tour === 'left' || !isFirstVisit) return null;
  return (
    <Note icon={Signpost}>
      <p>
        <strong>{words.inviteTitle}</strong> {words.invite}
      </p>
      <p className={styles.invitation}>
        <Button size="small" onClick={startTour}>
          {words.start}
        </Button>
        <Button size="small" variant="quiet" onClick={leaveTour}>
          {words.notNow}
        </Button>
      </p>
    </Note>
  );
}
