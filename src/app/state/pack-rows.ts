import { openPackedFacts } from '../../domain/packed-facts/open-packed-facts';
import { packFacts } from '../../domain/packed-facts/pack-facts';
import { isPacked } from '../../domain/packed-facts/packed-fact';
import type { StoredFact } from '../../domain/packed-facts/stored-fact';
import { letPageAnswer } from './let-page-answer';
import type { SurveyImage } from './app-state';
import { SurveyRow } from './survey-row';
import type { SurveyRows } from './survey-rows';

/** Facts that come soon after one another are packed together. */
const PAUSE_MS = 2000;
/** Fewer facts are left as they are until there are more. */
const LEAST = 50;
/** Packed before the page may answer: some 5 to 10 ms, however many boxes the detector finds. */
const MOST_FACTS = 100;
const MOST_BOXES = 10_000;

/** Rows that will be looked through, or are being. */
const waiting = new WeakSet<SurveyRows>();
/** Facts of a form that columns don't hold: they stay objects. */
const unpackable = new WeakSet<StoredFact>();

/** Packs what came as objects, in a moment: for facts that come one after another. */
export async function packSoon(rows: SurveyRows): Promise<void> {
  if (waiting.has(rows)) return;
  waiting.add(rows);
  try {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await packRows(rows);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // no memory for columns just now: facts that stay objects are as good
  } finally {
    waiting.delete(rows);
  }
}

/**
 * Puts facts that are objects into columns, piece by piece. Each was read again and compared to the last bit when it was packed
 * (`packFacts`), so the row stays the object that it is: nothing that a screen made of it is otherwise now.
 */
export async function packRows(rows: SurveyRows): Promise<void> {
  for (;;) {
    const found = rows.snapshot().filter(isPlain);
    if (found.length < LEAST) return;
    for (const piece of piecesOf(found)) {
      packPiece(rows, piece);
      await letPageAnswer();
    }
  }
}

type PlainRow = SurveyRow & { readonly fact: StoredFact };

function isPlain(row: SurveyImage): row is PlainRow {
  if (!(row instanceof SurveyRow)) return false; // has no fact
  return row.fact !== null && !isPacked(row.fact) && !unpackable.has(row.fact);
}

function* piecesOf(rows: readonly PlainRow[]): Generator<readonly StoredFact[]> {
  let piece: StoredFact[] = [];
  let boxes = 0;
  for (const { fact } of rows) {
    const { detections, faintDetections } = fact.inference;
    piece.push(fact);
    boxes += (detections?.length ?? 0) + (faintDetections?.length ?? 0);
    if (piece.length < MOST_FACTS && boxes < MOST_BOXES) continue;
    yield piece;
    piece = [];
    boxes = 0;
  }
  if (piece.length > 0) yield piece;
}

/** Without the facts that another one took the place of while the page answered. */
function packPiece(rows: SurveyRows, piece: readonly StoredFact[]): void {
  const plain = piece.filter((fact) => rows.get(fact.filepath)?.fact === fact);
  const packed = openPackedFacts(packFacts(plain.map(({ inference }) => inference))).facts();
  for (const fact of packed) {
    const row = rows.get(fact.filepath);
    if (row instanceof SurveyRow) row.fact = fact;
    if (!isPacked(fact)) unpackable.add(fact);
  }
}
