// Optional: shows in the decade bar which decade is in view. Every page works without this file.
const cells = [...document.querySelectorAll('.axis a')];
const cellOf = (year) => cells.findLast((cell) => Number(cell.dataset.first) <= year);
const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
  document.querySelector('.axis [aria-current]')?.removeAttribute('aria-current');
  cellOf(Number(entry.target.dataset.year))?.setAttribute('aria-current', 'true');
}), { rootMargin: '-15% 0px -75% 0px' });
if (cells.length) document.querySelectorAll('.year[data-year]').forEach((year) => seen.observe(year));
// Whoever drags over the strip chooses its years; the list of them has an address of its own.
const strip = document.querySelector('.strip[data-first]');
if (strip) {
  const [first, last] = [Number(strip.dataset.first), Number(strip.dataset.last)];
  const box = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  box.setAttribute('class', 'dragged');
  box.setAttribute('height', '100%');
  const at = (event) => {
    const { left, width } = strip.getBoundingClientRect();
    return Math.floor(first + Math.min(Math.max((event.clientX - left) / width, 0), 0.9999) * (last - first));
  };
  const typed = (year) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  let begun = null;
  let isDragged = false;
  const stop = () => { begun = null; box.remove(); };
  const sides = (event) => [begun.year, at(event)].sort((one, other) => one - other);
  strip.addEventListener('pointerdown', (event) => {
    isDragged = false;
    if (event.isPrimary && event.button === 0) begun = { x: event.clientX, year: at(event) };
  });
  strip.addEventListener('pointermove', (event) => {
    if (!begun || (!isDragged && Math.abs(event.clientX - begun.x) < 8)) return;
    isDragged = true;
    strip.setPointerCapture(event.pointerId);
    const [from, to] = sides(event);
    box.setAttribute('x', `${(from - first) / (last - first) * 100}%`);
    box.setAttribute('width', `${(to + 1 - from) / (last - first) * 100}%`);
    strip.prepend(box);
  });
  strip.addEventListener('pointerup', (event) => {
    if (begun && isDragged) {
      const [from, to] = sides(event);
      const query = new URLSearchParams(location.search);
      ['after', 'before', 'at', 'all'].forEach((name) => query.delete(name));
      query.set('from', typed(from));
      query.set('to', typed(to));
      location.assign(`${location.pathname}?${query}#events`);
    }
    stop();
  });
  strip.addEventListener('pointercancel', stop);
  strip.addEventListener('dragstart', (event) => event.preventDefault());
  strip.addEventListener('click', (event) => { if (isDragged) event.preventDefault(); }, true);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') { stop(); isDragged = true; } });
}
// Back leads to the event that one had gone to, and to its link, however the page is laid out anew.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.event h4 a');
  const { id } = link?.closest('.event') ?? {};
  if (id) history.replaceState({ ...history.state, id, top: link.getBoundingClientRect().top }, '');
});
const left = history.state?.id && document.querySelector(`#${CSS.escape(history.state.id)} h4 a`);
if (left && performance.getEntriesByType('navigation')[0]?.type === 'back_forward') {
  history.scrollRestoration = 'manual';
  left.focus({ preventScroll: true });
  // What comes near is laid out, which moves it again.
  let times = 6;
  const settle = () => {
    scrollBy({ top: left.getBoundingClientRect().top - history.state.top, behavior: 'instant' });
    times -= 1;
    if (times) requestAnimationFrame(settle);
  };
  settle();
}
