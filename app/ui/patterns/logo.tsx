/** The mark: a notebook with a heart. Beside the name, so hidden from screen readers. */
export function Logo() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="8" fill="currentColor" />
      <path className="logo-page" d="M10 7h14a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H10z" />
      <path d="M10 7h2.5v22H10z" fill="currentColor" opacity=".35" />
      <path d="M19.8 22.6l-4-3.9a2.6 2.6 0 0 1 3.7-3.6l.3.3.3-.3a2.6 2.6 0 0 1 3.7 3.6z" fill="currentColor" />
    </svg>
  );
}
