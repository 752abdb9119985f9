const formats = new Map<string, Intl.NumberFormat>();

let chosen: string | undefined;

/** How dates, numbers and names of places are written: the app's language, in the person's variant of it. Before one was chosen the browser's first; undefined lets Intl decide (outside of a browser, too). */
export function userLocale(): string | undefined {
  return chosen ?? (globalThis.navigator as Navigator | undefined)?.language;
}

export function setUserLocale(locale: string | undefined): void {
  chosen = locale;
}

/** Formatters are costly to make and lists ask for thousands: one is kept for each locale and set of options. */
export function numberFormat(options: Intl.NumberFormatOptions, locale = userLocale()): Intl.NumberFormat {
  const key = `${locale ?? ''} ${JSON.stringify(options)}`;
  const kept = formats.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** A count: 5,310. */
export function formatNumber(value: number, locale?: string): string {
  return numberFormat({ maximumFractionDigits: 0 }, locale).format(value);
}

/** A fraction as percent: 43 %. Progress never says 100 % before everything is done. */
export function formatPercent(fraction: number, locale?: string): string {
  const shown = fraction < 1 ? Math.min(fraction, 0.994) : fraction;
  return numberFormat({ style: 'percent', maximumFractionDigits: 0 }, locale).format(shown);
}
