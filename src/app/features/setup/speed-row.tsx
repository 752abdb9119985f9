import { useStore } from 'zustand';
import { agreementShare } from '../../../domain/fast-detector/detector-agreement';
import type { SpeedPreset } from '../../../domain/fast-detector/fact-speed';
import type { FastDetector, ModelPackage } from '../../../domain/model-package';
import { speedMessages as text } from '../../messages/speed-messages';
import { FastMaking } from '../../shared/fast-detector/fast-making';
import { gainWords } from '../../shared/fast-detector/fast-facts';
import { MakeFast } from '../../shared/fast-detector/make-fast';
import { formatNumber, formatPercent } from '../../shared/format/number-format';
import { Note } from '../../shared/note';
import { RadioCards } from '../../shared/radio-cards';
import type { OpenSurvey } from '../../state/app-state';
import { isUnderWay, type FastMaker } from '../../state/fast-making';
import { useSecondLook } from '../../state/use-second-look';
import { SecondLook } from './second-look';
import { SetupRow } from './setup-row';
import rowStyles from './setup-row.module.css';

export interface SpeedRowProps {
  readonly open: OpenSurvey;
  readonly packages: readonly ModelPackage[];
  readonly maker: FastMaker;
  /** A run goes on: its speed stays. */
  readonly isGoing: boolean;
  readonly onChange: (preset: SpeedPreset) => void;
  readonly onSecondLook: () => void;
}

/** Reference or Fast, what Fast costs, how to have it, and the second look after it. */
export function SpeedRow({ open, packages, maker, isGoing, onChange, onSecondLook }: SpeedRowProps) {
  const { making } = useStore(maker.store);
  const looks = useSecondLook(open);
  const { survey, modelPackage, folder } = open;
  if (modelPackage === null || modelPackage.detector === null) return null;
  const { speedPreset = 'reference' } = survey.settings;
  const { fastDetector } = modelPackage;
  const own = making?.packageId === modelPackage.id ? making : null;
  const isBusy = isUnderWay(making);
  const isWanted = fastDetector === undefined && !isGoing;
  return (
    <SetupRow title={text.row}>
      <RadioCards<SpeedPreset>
        label={text.row}
        value={speedPreset}
        onChange={onChange}
        cards={[
          {
            value: 'reference',
            title: text.presets.reference.name,
            text: joined(text.presets.reference.says, rateWords(fastDetector, 'referenceMs')),
            isDisabled: isGoing,
          },
          {
            value: 'fast',
            title: text.presets.fast.name,
            text: fastDetector === undefined ? text.presets.fast.none : fastWords(fastDetector),
            isDisabled: isGoing || (fastDetector === undefined && speedPreset !== 'fast'),
          },
        ]}
      />
      {looks.fast > 0 && (
        <Note>
          <p>{text.mixed(looks.fast)}</p>
        </Note>
      )}
      <SecondLook looks={looks} isAway={folder.step !== 'connected'} onStart={onSecondLook} />
      {own !== null && <FastMaking making={own} onCancel={() => maker.cancel()} onDismiss={() => maker.dismiss()} />}
      {isWanted && isBusy && own === null && <p className={rowStyles.hint}>{text.busy}</p>}
      {isWanted && !isBusy && folder.step === 'connected' && (
        <MakeFast
          isFolded={own === null}
          modelPackage={modelPackage}
          packages={packages}
          survey={{ name: survey.name, count: open.images.length }}
          onMake={(wish) => void maker.makeFromSurvey(modelPackage.id, wish)}
        />
      )}
    </SetupRow>
  );
}

function fastWords(fast: FastDetector): string {
  const share = formatPercent(agreementShare(fast.agreement));
  return joined(text.presets.fast.says(fast.name, share, gainWords(fast)), rateWords(fast, 'fastMs'));
}

/** Of the detector alone: what else a run does with a photo is the same for both. */
function rateWords(fast: FastDetector | undefined, which: 'referenceMs' | 'fastMs'): string | null {
  const ms = fast?.speed[which] ?? 0;
  return ms > 0 ? text.perMinute(formatNumber(60_000 / ms)) : null;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}
