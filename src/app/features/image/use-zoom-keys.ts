import { useScreenKeys } from '../../shared/use-screen-keys';
import type { Zoom } from './use-viewport';

/** One press of an arrow; px. */
const PAN_PX = 80;

/** Keys that zoom and move the photo. */
export function useZoomKeys(zoom: Zoom): void {
  useScreenKeys((key, { shiftKey }) => {
    if (key === '+' || key === '=') zoom.in();
    else if (key === '-') zoom.out();
    else if (key === '0') zoom.fit();
    else if (key === 'z' || (key === 'Z' && !shiftKey)) zoom.actual();
    else if (shiftKey && key === 'ArrowLeft') zoom.panBy(PAN_PX, 0);
    else if (shiftKey && key === 'ArrowRight') zoom.panBy(-PAN_PX, 0);
    else if (shiftKey && key === 'ArrowUp') zoom.panBy(0, PAN_PX);
    else if (shiftKey && key === 'ArrowDown') zoom.panBy(0, -PAN_PX);
    else return false;
    return true;
  });
}
