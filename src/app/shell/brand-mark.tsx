/** The mark: two eyes under a canopy. The same drawing as public/icons/favicon.svg. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden>
      <rect width="22" height="22" rx="5" fill="#0e1a16" />
      <path
        d="M0 5a5 5 0 0 1 5-5h12a5 5 0 0 1 5 5v3.4c-1.6 2.2-4 2.2-5.5 0-1.5 2.5-4 2.5-5.5 0-1.5 2.5-4 2.5-5.5 0-1.5 2.2-3.9 2.2-5.5 0z"
        fill="#3fa585"
      />
      <circle cx="7.9" cy="15.2" r="1.75" fill="#ffedb8" />
      <circle cx="14.1" cy="15.2" r="1.75" fill="#ffedb8" />
    </svg>
  );
}
