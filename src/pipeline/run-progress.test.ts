import { expect, it } from 'vitest';
import { createProgressCounter } from './run-progress';

function createBench() {
  let time = 1_000_000;
  const counter = createProgressCounter(() => time);
  const advance = (ms: number) => (time += ms);
  const finish = (afterMs: number) => {
    advance(afterMs);
    counter.addStored({ hasFailed: false, ms: {} });
  };
  return { counter, advance, finish };
}

it('knows no rate before the second image', () => {
  const { counter, finish } = createBench();
  counter.addListed({ found: 5, resumed: 0, listingMs: 4 });
  counter.completeListing(1);
  finish(1000);
  expect(counter.read()).toMatchObject({ imagesPerMinute: null, secondsLeft: null, done: 1, total: 5 });
  finish(1000);
  expect(counter.read()).toMatchObject({ imagesPerMinute: 60, secondsLeft: 3 });
  expect(counter.read().seconds.listing).toBeCloseTo(0.005);
});

it('follows a change of pace within the window', () => {
  const { counter, finish } = createBench();
  for (let n = 0; n < 50; n++) finish(1000);
  expect(counter.read().imagesPerMinute).toBeCloseTo(60);
  for (let n = 0; n < 70; n++) finish(2000);
  expect(counter.read().imagesPerMinute).toBeCloseTo(30);
});

it('looks at ten images when they take longer than a minute together', () => {
  const { counter, finish } = createBench();
  for (let n = 0; n < 12; n++) finish(30_000);
  expect(counter.read().imagesPerMinute).toBeCloseTo(2);
});

it('leaves pauses out of the rate and of the total', () => {
  const { counter, advance, finish } = createBench();
  finish(1000);
  finish(1000);
  counter.pause();
  counter.pause();
  advance(10_000_000);
  expect(counter.read().imagesPerMinute).toBeCloseTo(60);
  counter.resume();
  counter.resume();
  finish(1000);
  expect(counter.read().imagesPerMinute).toBeCloseTo(60);
  expect(counter.read().seconds.total).toBeCloseTo(3);
});

it('sinks while nothing comes', () => {
  const { counter, advance, finish } = createBench();
  finish(1000);
  finish(1000);
  advance(9000);
  expect(counter.read().imagesPerMinute).toBeCloseTo(6);
});

it('gives no time left while images are still being listed', () => {
  const { counter, finish } = createBench();
  counter.addListed({ found: 100, resumed: 40, listingMs: 0 });
  finish(1000);
  finish(1000);
  expect(counter.read()).toMatchObject({ secondsLeft: null, done: 42, resumed: 40, isTotalFinal: false });
});
