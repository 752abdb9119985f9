import { describe, expect, it } from 'vitest';
import { parseReviewView } from './review-view';

describe('choices that the tab kept', () => {
  const usual = parseReviewView(null);
  const other = {
    confidence: 0.99,
    goal: { of: 'half-width', share: 0.02 },
    level: 'family',
    measure: 'entropy',
    species: 'x;;;;;;fox',
    areAllEventsShown: true,
  };

  it('come back as they were', () => {
    expect(parseReviewView(JSON.parse(JSON.stringify(other)))).toEqual(other);
    expect(parseReviewView(usual)).toEqual(usual);
  });

  it.each([
    ['confidence', 0.5],
    ['goal', { of: 'lowest', share: 2 }],
    ['goal', 'soon'],
    ['level', 'kingdom'],
    ['measure', 1],
    ['species', 7],
    ['areAllEventsShown', 'yes'],
  ] as const)('start anew where %s is %j', (name, value) => {
    expect(parseReviewView({ ...other, [name]: value })).toEqual({ ...other, [name]: usual[name] });
  });
});
