/** Runs work that is offered in pieces to its end without giving way: its result. What it yields is dropped. */
export function finishPieces<Result>(pieces: Generator<unknown, Result>): Result {
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
  }
}
