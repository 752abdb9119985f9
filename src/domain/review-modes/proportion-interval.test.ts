import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, wilsonInterval, type Confidence } from './proportion-interval';

// statsmodels 0.15.0, proportion_confint(found, looked, 1 - confidence, method='wilson' and 'beta'): found, looked,
// confidence, Wilson's bounds, Clopper and Pearson's. Those of 81/263, 15/148, 0/20 and 1/29 at 0.95 agree with the
// four decimals of table I in Newcombe 1998, Statistics in Medicine 17:857.
const TABLE: readonly (readonly [number, number, Confidence, number, number, number, number])[] = [
  [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004, 0.25273674558527126, 0.3676219226013514],
  [81, 263, 0.99, 0.24013690268760773, 0.38528250231822986, 0.2368373581655392, 0.386258325669745],
  [15, 148, 0.9, 0.06744326224687144, 0.14957293174640032, 0.06351844881935091, 0.15176837024062823],
  [15, 148, 0.95, 0.06238639953073628, 0.16048724172330803, 0.05784401008344857, 0.161650490349479],
  [0, 20, 0.95, 0, 0.1611251580528194, 0, 0.16843347098308534],
  [1, 29, 0.95, 0.006113214292762667, 0.17175521879320294, 0.000872646883579922, 0.17764429548872293],
  [0, 100, 0.9, 0, 0.026342720783174345, 0, 0.029513049607039932],
  [0, 100, 0.95, 0, 0.03699349820698569, 0, 0.03621669264517642],
  [0, 100, 0.99, 0, 0.062220687715822995, 0, 0.051604029624104],
  [3, 100, 0.95, 0.01025452402403891, 0.08451936429052763, 0.006229971538306395, 0.08517605297428003],
  [20, 20, 0.95, 0.8388748419471804, 1, 0.8315665290169146, 1],
  [7, 1000, 0.99, 0.0027411771547325055, 0.01775771144002663, 0.0020413865714447596, 0.017046931835088576],
  [0, 1, 0.95, 0, 0.7934506856227627, 0, 0.975],
  [250, 5000, 0.95, 0.044296896700570555, 0.05639403504998087, 0.044123243980000115, 0.056408913242178914],
];

describe.each(TABLE)('%i of %i at %f', (found, looked, confidence, ...[low, high, exactLow, exactHigh]) => {
  it("Wilson's", () => {
    const interval = wilsonInterval(found / looked, looked, confidence);
    expect(interval.low).toBeCloseTo(low, 14);
    expect(interval.high).toBeCloseTo(high, 14);
  });

  it("Clopper and Pearson's", () => {
    const interval = clopperPearsonInterval(found, looked, confidence);
    expect(interval.low).toBeCloseTo(exactLow, 12);
    expect(interval.high).toBeCloseTo(exactHigh, 12);
  });
});

it('nothing looked at leaves everything open', () => {
  expect(wilsonInterval(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
  expect(clopperPearsonInterval(0, 0, 0.95)).toEqual({ low: 0, high: 1 });
});

it('a sample without end leaves nothing open', () => {
  expect(wilsonInterval(0.25, Infinity, 0.95)).toEqual({ low: 0.25, high: 0.25 });
});
