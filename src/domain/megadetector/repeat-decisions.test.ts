import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../test/run-to-end';
import { createDetectionSet, type DetectionRef, type DetectionSet } from './detection-set';
import { applyRepeatDecisions, type DecidableStack, type RepeatVerdict } from './repeat-decisions';

function refOf(name: string): DetectionRef {
  const [filepath, detection] = name.split('#');
  return { filepath: filepath!, detection: Number(detection) };
}

function stackOf(id: string, ...members: readonly string[]): DecidableStack {
  return { id, members: members.map(refOf) };
}

function namesOf(set: DetectionSet): readonly string[] {
  return [...set].flatMap(([filepath, detections]) => [...detections].map((detection) => `${filepath}#${detection}`));
}

describe('applyRepeatDecisions', () => {
  const stacks = [stackOf('A', '1#0', '2#0', '2#1'), stackOf('B', '2#1', '3#0'), stackOf('C', '3#0', '4#0')];

  it.each<[string, Readonly<Record<string, RepeatVerdict>>, readonly string[], readonly string[]]>([
    ['nothing decided', {}, [], []],
    ['one rejected', { A: 'rejected' }, [], ['1#0', '2#0', '2#1']],
    ['two that share a member', { A: 'rejected', B: 'rejected' }, [], ['1#0', '2#0', '2#1', '3#0']],
    ['kept wins', { A: 'rejected', B: 'kept' }, [], ['1#0', '2#0']],
    ['kept wins, whatever comes first', { B: 'kept', C: 'rejected' }, [], ['4#0']],
    ['undecided stacks keep nothing', { A: 'rejected', C: 'kept' }, [], ['1#0', '2#0', '2#1']],
    ['spared members', { A: 'rejected' }, ['2#0', '9#9'], ['1#0', '2#1']],
    ['a stack that is not there', { Z: 'rejected' }, [], []],
  ])('%s', (_, verdicts, spared, rejected) => {
    const decisions = { verdicts: new Map(Object.entries(verdicts)), spared: createDetectionSet(spared.map(refOf)) };
    expect(namesOf(runToEnd(applyRepeatDecisions(stacks, decisions)))).toEqual(rejected);
  });

  it('yields every few thousand members', () => {
    const members = Array.from({ length: 10_000 }, (_, index) => `${index}#0`);
    const decisions = { verdicts: new Map([['A', 'rejected' as const]]), spared: createDetectionSet([]) };
    let yields = 0;
    const work = applyRepeatDecisions([stackOf('A', ...members)], decisions);
    while (work.next().done !== true) yields += 1;
    expect(yields).toBe(5);
  });
});
