import { Blend, CornerLeftUp, MapPinOff, SquareDashedMousePointer } from 'lucide-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { fullClassKey } from '../../../domain/label';
import { effectiveRegion, isGiven } from '../../../domain/place';
import { withoutRejected } from '../../../domain/rejected-detections';
import { rulesAt } from '../../../pipeline/conclude';
import { useLocation } from 'wouter';
import { messages } from '../../messages';
import { similarMessages } from '../../messages/similar-messages';
import { Button } from '../../shared/button';
import { formatExactScore, formatScore, type ScoreFormat } from '../../shared/format/format-score';
import type { ImageDescription } from '../../shared/images/describe-image';
import { imageName, smoothedText } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import { Note } from '../../shared/note';
import { ReviewPanel } from '../../shared/review/review-panel';
import type { BoxEditing } from '../../shared/review/use-box-editing';
import type { Reviewing } from '../../shared/review/use-reviewing';
import { cropsOfImage } from '../../shared/similar/crop-keys';
import { MoreLikeThis } from '../../shared/similar/more-like-this';
import { Tag } from '../../shared/tag';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { stackRejecting } from '../../state/repeats-state';
import { changeRepeatsView } from '../../state/repeats-view';
import { routes } from '../../state/routes';
import { suggestedObservations } from '../../state/suggested-observations';
import { DetectionList, type BoxChoice } from './detection-list';
import type { EventPlace } from './event-place';
import { EventSection } from './event-section';
import { FileFacts } from './file-facts';
import styles from './inspector.module.css';
import { topClasses } from './top-classes';
import { TopFive } from './top-five';
import { WhyThisLabel } from './why-this-label';

export interface InspectorProps {
  readonly open: OpenSurvey;
  readonly description: ImageDescription;
  readonly scoresAs: ScoreFormat;
  readonly boxes: BoxChoice;
  /** Null = events are not known yet. */
  readonly eventPlace: EventPlace | null;
  readonly onShow: (filepath: string | null) => void;
  readonly reviewing: Reviewing;
  /** Images of the event that nobody has reviewed. */
  readonly left: number;
  readonly boxEditing: BoxEditing;
  /** What the other result says, when there is one. */
  readonly compared: ReactNode;
}

/** Everything known about one image: conclusion, what the networks saw, why, and the file. */
export function Inspector(props: InspectorProps) {
  const { open, description, scoresAs, boxes, eventPlace, onShow, reviewing, left, boxEditing, compared } = props;
  const actions = useActions();
  const panel = useRef<HTMLElement>(null);
  const { inference, place, rejected, prediction, animals } = description.image;
  // As the conclusion was drawn: by the rules of the image's own place, from the boxes that were not rejected.
  const rules = useMemo(
    () => (open.rules === null || place === null ? open.rules : rulesAt(open.rules, place)),
    [open.rules, place],
  );
  const kept = useMemo(() => (inference === null ? null : withoutRejected(inference, rejected)), [inference, rejected]);
  const top = kept === null ? null : topClasses(kept, rules, open.labels);
  const country = place?.country ?? null;
  const allow = (label: string) => {
    if (place === null || !isGiven(country)) return;
    panel.current?.focus(); // the button goes with its step
    const admin1Region = effectiveRegion(place);
    void actions.addOwnRules([{ taxon: fullClassKey(label), rule: 'allow', country, admin1Region }]);
  };
  const [, navigate] = useLocation();
  const showStack = (detection: number) => {
    const { filepath } = description;
    changeRepeatsView(open.survey.id, {
      opened: stackRejecting(open.repeats, { filepath, detection }),
      filter: 'all',
      camera: null,
    });
    navigate(routes.repeats(open.survey.id));
  };
  return (
    <aside ref={panel} className={styles.inspector} aria-label={messages.image.conclusion} tabIndex={-1}>
      <Conclusion description={description} scoresAs={scoresAs} />
      <ProblemText description={description} />
      <ReviewPanel
        description={description}
        suggested={suggestedObservations(description.image, open.labels)}
        digits={reviewing.digits}
        onConfirmEvent={left > 1 && reviewing.together !== null ? { images: left, run: reviewing.together } : null}
        onDeed={reviewing.act}
        onChooseLabel={reviewing.chooseLabel}
      />
      {compared}
      {top !== null && <TopFive top={top} deciding={description.labelLine} scoresAs={scoresAs} />}
      {kept !== null && rules !== null && prediction !== null && (
        <WhyThisLabel
          inference={kept}
          prediction={prediction}
          rejectedCount={rejected?.size ?? 0}
          rules={rules}
          scoresAs={scoresAs}
          onAllow={allow}
          smoothing={description.smoothed && { ...description.smoothed, name: imageName(description) }}
        />
      )}
      {inference !== null && description.kind !== 'failed' && (
        <DetectionList
          detections={inference.detections}
          animals={animals}
          rejected={rejected}
          scoresAs={scoresAs}
          boxes={boxes}
          onStack={showStack}
        />
      )}
      {inference !== null && description.kind !== 'failed' && <BoxEditSection editing={boxEditing} />}
      {inference !== null && Object.keys(inference.crops).length > 0 && (
        <section className={styles.section} aria-label={similarMessages.more}>
          <div className={styles.tags}>
            <MoreLikeThis
              key={description.filepath}
              open={open}
              of={{ filepath: description.filepath, index: cropsOfImage(inference)[0] ?? null }}
            />
          </div>
        </section>
      )}
      {inference !== null && eventPlace !== null && (
        <EventSection surveyId={open.survey.id} filepath={description.filepath} place={eventPlace} onShow={onShow} />
      )}
      <FileFacts image={description.image} instancesFile={open.attached.instances?.fileName ?? null} />
    </aside>
  );
}

function Conclusion({ description, scoresAs }: Pick<InspectorProps, 'description' | 'scoresAs'>) {
  const { kind, label, score, scoreIs, isGeofenced, rolledUpTo, smoothed, machine } = description;
  // Of another label than the one that stands here; the review says both.
  const isOther = machine?.isSame === false;
  const { image, images } = messages;
  return (
    <section className={styles.conclusion}>
      <div className={styles.head}>
        <KindMark kind={kind} size={20} />
        <div className={styles.names}>
          <h2 className={styles.label}>{imageName(description)}</h2>
          {label !== null && label.scientificName !== '' && <p className={styles.scientific}>{label.scientificName}</p>}
        </div>
        {score !== null && !isOther && (
          <p className={styles.score} title={formatExactScore(score)}>
            <strong>{formatScore(score, scoresAs)}</strong>
            <span>{image[scoreIs]}</span>
          </p>
        )}
      </div>
      {!isOther && (isGeofenced || rolledUpTo !== null || smoothed !== null) && (
        <div className={styles.tags}>
          {isGeofenced && (
            <Tag tone="warn" icon={MapPinOff}>
              {image.geofence}
            </Tag>
          )}
          {smoothed !== null && <Tag icon={Blend}>{smoothedText(smoothed)}</Tag>}
          {rolledUpTo !== null && <Tag icon={CornerLeftUp}>{image.rolledUp(images.levels[rolledUpTo])}</Tag>}
        </div>
      )}
      {kind === 'waiting' && (
        <p className={styles.text}>
          {image.notDone} {image.notDoneText}
        </p>
      )}
    </section>
  );
}

function BoxEditSection({ editing }: { readonly editing: BoxEditing }) {
  const { boxEditor } = messages;
  return (
    <section className={styles.section} aria-label={boxEditor.edit}>
      <div className={styles.tags}>
        <Button
          size="small"
          icon={SquareDashedMousePointer}
          shortcut="E"
          aria-pressed={editing.isOn}
          onClick={editing.toggle}
        >
          {editing.isOn ? boxEditor.finish : boxEditor.edit}
        </Button>
        {editing.areOwn && (
          <Button size="small" variant="quiet" onClick={editing.reset}>
            {boxEditor.reset}
          </Button>
        )}
      </div>
      {editing.isOn && <p className={styles.text}>{boxEditor.hint}</p>}
    </section>
  );
}

function ProblemText({ description }: Pick<InspectorProps, 'description'>) {
  const { problem, image } = description;
  if (problem === null) return null;
  const detail = image.inference?.problem?.detail ?? '';
  return (
    <section className={styles.section}>
      <Note tone="warn">
        <p>{messages.images.problems[problem].full}</p>
        {detail !== '' && (
          <details>
            <summary>{messages.common.details}</summary>
            <code className={styles.technical}>{detail}</code>
          </details>
        )}
      </Note>
    </section>
  );
}
