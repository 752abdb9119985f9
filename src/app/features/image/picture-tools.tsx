import { Contrast, Eye, EyeOff, Lock, LockOpen, ScanSearch, SquaresSubtract, ZoomIn, ZoomOut } from 'lucide-react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { formatPercent } from '../../shared/format/number-format';
import { IconButton } from '../../shared/icon-button';
import { isAsItIs } from '../../shared/images/picture-adjustments';
import { Tooltip } from '../../shared/tooltip';
import { changeImageTools, useImageTools } from '../../state/image-tools';
import styles from './picture-tools.module.css';
import type { Zoom } from './use-viewport';

/** Something that is on or off. */
export interface Toggle {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

export interface PictureToolsProps {
  readonly zoom: Zoom;
  readonly panel: Toggle & { readonly id: string };
  readonly magnifier: Toggle;
  readonly difference: Toggle;
  readonly boxes: Toggle;
}

export function PictureTools({ zoom, panel, magnifier, difference, boxes }: PictureToolsProps) {
  const { image, imageView: words } = messages;
  const { adjustments, keepsZoom } = useImageTools();
  const percent = formatPercent(zoom.ofActual);
  return (
    <div className={styles.tools} role="group" aria-label={words.tools}>
      <IconButton icon={ZoomOut} label={image.zoomOut} shortcut="-" onClick={zoom.out} disabled={zoom.isSmallest} />
      <span className={styles.percent} aria-hidden title={words.zoomed(percent)}>
        {percent}
      </span>
      <IconButton icon={ZoomIn} label={image.zoomIn} shortcut="+" onClick={zoom.in} />
      <Tooltip label={image.fitLong} shortcut="0">
        <Button variant="quiet" onClick={zoom.fit} aria-label={image.fitLong} aria-pressed={zoom.isFitted}>
          {image.fit}
        </Button>
      </Tooltip>
      <Tooltip label={image.actualLong} shortcut="Z">
        <Button variant="quiet" onClick={zoom.actual} aria-label={image.actualLong} aria-pressed={zoom.isActual}>
          {words.actual}
        </Button>
      </Tooltip>
      <IconButton
        icon={keepsZoom ? Lock : LockOpen}
        label={words.keepZoom}
        shortcut="Shift+Z"
        aria-pressed={keepsZoom}
        onClick={() => changeImageTools({ keepsZoom: !keepsZoom })}
      />
      <span className={styles.line} />
      <IconButton
        icon={Contrast}
        label={words.pictureLong}
        shortcut="J"
        aria-expanded={panel.isOn}
        aria-controls={panel.isOn ? panel.id : undefined}
        data-on={!isAsItIs(adjustments) || undefined}
        onClick={panel.toggle}
      />
      <IconButton
        icon={ScanSearch}
        label={words.magnifier}
        shortcut="M"
        aria-pressed={magnifier.isOn}
        onClick={magnifier.toggle}
      />
      <IconButton
        icon={SquaresSubtract}
        label={words.difference}
        shortcut="D"
        aria-pressed={difference.isOn}
        onClick={difference.toggle}
      />
      <IconButton
        icon={boxes.isOn ? Eye : EyeOff}
        label={boxes.isOn ? image.hideBoxes : image.showBoxes}
        shortcut="H"
        aria-pressed={!boxes.isOn}
        onClick={boxes.toggle}
      />
    </div>
  );
}
