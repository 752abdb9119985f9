import { loadPlaceFinder } from '../../src/places/load-place-finder';

/** Answers a coordinate with what the finder says of it in a worker. */
addEventListener('message', ({ data }: MessageEvent<readonly [number, number]>) => {
  void loadPlaceFinder().then((finder) => postMessage(finder.find(...data)));
});
