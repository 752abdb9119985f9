/** How many previews stay in memory as object URLs: a large screen shows about 150 at once. */
const MOST_URLS = 600;

export interface PreviewCache {
  url(key: string, read: () => Promise<Blob | null>): Promise<string | null>;
  /** Revokes every URL: another survey is opened. */
  clear(): void;
}

/** Keeps the most recently asked previews as object URLs and revokes the rest. */
export function createPreviewCache(most = MOST_URLS): PreviewCache {
  const urls = new Map<string, Promise<string | null>>();

  function forget(key: string): void {
    const url = urls.get(key);
    urls.delete(key);
    void url?.then((address) => {
      if (address !== null) URL.revokeObjectURL(address);
    });
  }

  return {
    url(key, read) {
      const known = urls.get(key);
      if (known !== undefined) {
        urls.delete(key); // to the newest end of the map
        urls.set(key, known);
        return known;
      }
      const url = read().then((blob) => {
        if (blob !== null) return URL.createObjectURL(blob);
        urls.delete(key); // not made yet: ask again next time
        return null;
      });
      urls.set(key, url);
      const oldest = urls.keys().next();
      if (urls.size > most && oldest.done === false) forget(oldest.value);
      return url;
    },
    clear() {
      for (const key of [...urls.keys()]) forget(key);
    },
  };
}
