import { isConcluded } from '../../domain/conclusion-rules';
import { createLabelNumbers, importedInference, type LabelNumbers } from '../../domain/imported-inference';
import type { FactsReader } from '../../domain/facts';
import type { Inference } from '../../domain/inference';
import { mdInference } from '../../domain/megadetector/md-to-facts';
import { plainFact } from '../../domain/packed-facts/stored-fact';
import type { SurveySettings } from '../../domain/survey';
import type { ImportKind } from './import-view';
import { changeSettings, type ImportOrder, type Undo } from './import-order';
import { letPageAnswer } from './let-page-answer';
import type { OpenSession } from './open-session';
import type { ImportContent } from './read-import';
import { runInPieces } from './run-in-pieces';
import { factOf } from './survey-row';

/** Facts stored and concluded before the page may answer the person. */
const BATCH = 250;

/** Entries that did not fail become facts of images that have none yet, or only a failure. */
export async function continueFrom({ parts, session, offer, content }: ImportOrder): Promise<Undo> {
  const { opening, storage } = parts;
  const before = session.survey().settings;
  const change = session.survey().counts.done === 0 ? settingsFor(offer.kind, before) : {};
  if (Object.keys(change).length > 0) await changeSettings(parts, session, change);
  const { settings, extraLabels } = session.survey();
  const numbers = createLabelNumbers(await opening.readLabels(session), extraLabels);
  const reader = { packageType: session.modelPackage()?.type ?? 'always_crop', mode: settings.mode } as const;
  const facts = await runInPieces(factsFor(session, content, reader, numbers));
  const replaced = facts.flatMap(({ filepath }) => session.rows.get(filepath)?.inference ?? []);
  // The labels first: a fact must never name a class that nobody knows.
  await opening.keepExtraLabels(session, numbers.extraLabels());
  for (let start = 0; start < facts.length; start += BATCH) {
    const batch = facts.slice(start, start + BATCH);
    await storage.facts.putFacts(session.id, batch);
    for (const fact of batch) session.addNewFact(fact);
    await letPageAnswer();
  }
  await countAgain();

  async function countAgain(): Promise<void> {
    await opening.updateSurvey(session, (survey) => survey);
    session.flush();
  }

  return async () => {
    await storage.facts.deleteFacts(
      session.id,
      facts.map(({ filepath }) => filepath),
    );
    session.removeFacts(facts.map(({ filepath }) => filepath));
    await storage.facts.putFacts(session.id, replaced);
    session.addStored(replaced.map(plainFact));
    const { mode, speciesPer } = before;
    if (Object.keys(change).length > 0) await changeSettings(parts, session, { mode, speciesPer });
    await countAgain();
  };
}

/** What goes on where a file ends, in a survey without results of its own. */
const CONTINUED: Readonly<Partial<Record<ImportKind, Partial<SurveySettings>>>> = {
  detections: { mode: 'detections' },
  megadetector: { mode: 'detections' },
  'megadetector-species': { mode: 'species', speciesPer: 'animal' },
  classifications: { mode: 'classify-whole-images' },
};

function settingsFor(kind: ImportKind, { mode }: SurveySettings): Partial<SurveySettings> {
  return CONTINUED[kind] ?? (isConcluded(mode) ? {} : { mode: 'species' });
}

const ENTRIES_PER_PIECE = 100;

/** Of several entries for one image the last that did not fail counts. */
function* factsFor(
  session: OpenSession,
  content: ImportContent,
  reader: Omit<FactsReader, 'labels'>,
  numbers: LabelNumbers,
): Generator<void, readonly Inference[]> {
  const facts = new Map<string, Inference>();
  let entries = 0;
  for (const { filepath, toFact } of entriesOf(content, reader, numbers)) {
    if (++entries % ENTRIES_PER_PIECE === 0) yield;
    const row = session.rows.get(filepath);
    const isDone = row !== null && factOf(row)?.failures.length === 0;
    if (row !== null && !isDone) facts.set(filepath, toFact());
  }
  return [...facts.values()];
}

/** Those that did not fail. */
function* entriesOf(
  content: ImportContent,
  reader: Omit<FactsReader, 'labels'>,
  numbers: LabelNumbers,
): Generator<{ readonly filepath: string; readonly toFact: () => Inference }> {
  if (content.kind === 'results') {
    for (const record of content.records) {
      const { filepath, hasFailed } = record;
      if (!hasFailed) yield { filepath, toFact: () => importedInference(filepath, record, reader, numbers) };
    }
  }
  if (content.kind === 'megadetector') {
    for (const image of content.images) {
      const { filepath, hasFailed } = image;
      if (!hasFailed) yield { filepath, toFact: () => mdInference(image, reader, numbers) };
    }
  }
}
