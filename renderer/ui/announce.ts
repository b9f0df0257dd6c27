/** Says a sentence to a screen reader, politely and without a trace on the screen. */
export function announce(text: string): void {
  let region = document.getElementById('announcements');
  if (region === null) {
    region = document.createElement('div');
    region.id = 'announcements';
    region.className = 'sr';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  // The same sentence twice is said twice only if the region was empty between.
  region.textContent = '';
  const said = region;
  setTimeout(() => {
    said.textContent = text;
  }, 40);
}
