/** Tells the other tabs of this browser what was done here. */
export interface TabNews<Item> {
  tell(item: Item): void;
  /** Hears of the other tabs' acts, not of those told here. */
  listen(hear: (item: Item) => void): void;
}

/** Opens a channel; it lives as long as the page. Only tabs of this app can speak on it, but perhaps of another version. */
export function createTabNews<Item>(name: string, isItem: (data: unknown) => data is Item): TabNews<Item> {
  const channel = new BroadcastChannel(name);
  return {
    tell: (item) => channel.postMessage(item),
    listen(hear) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isItem(data)) hear(data);
      });
    },
  };
}
