// Sets theme and language before the first paint, from what the window kept of the archive's settings.
// A classic script in a file of its own: it blocks painting, and the content policy allows no inline code.
{
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('podshivka.look') ?? '{}');
  } catch {
    // A damaged entry is the same as none: the system's theme.
  }
  const asks = (query) => matchMedia(query).matches;
  const system = asks('(prefers-contrast: more)')
    ? 'contrast'
    : asks('(prefers-color-scheme: dark)')
      ? 'dark'
      : 'light';
  const known = ['light', 'dark', 'contrast'].includes(kept.theme);
  document.documentElement.dataset.theme = known ? kept.theme : system;
  if (['ru', 'en', 'kk'].includes(kept.language)) document.documentElement.lang = kept.language;
}
