// Optional: whoever drags over the strip chooses its years; the list of them has an address of its own.
const box = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
box.setAttribute('class', 'dragged');
box.setAttribute('height', '100%');
let begun = null;
let isDragged = false;
const stop = () => { begun = null; box.remove(); };
const drag = (event) => {
  const { strip, x } = begun;
  const { left, width } = strip.getBoundingClientRect();
  const [first, last] = [Number(strip.dataset.first), Number(strip.dataset.last)];
  const share = (year) => `${(year - first) / (last - first) * 100}%`;
  const [from, to] = [x, event.clientX].sort((one, other) => one - other).map(
    (at) => Math.floor(first + Math.min(Math.max((at - left) / width, 0), 0.9999) * (last - first)));
  box.setAttribute('x', share(from));
  box.setAttribute('width', share(first + to + 1 - from));
  return [from, to];
};
const typed = (year) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
const stripOf = (event) => event.target.closest?.('.strip[data-first]');
const on = (name, listener) => document.addEventListener(name, listener, true);
on('pointerdown', (event) => {
  const strip = stripOf(event);
  isDragged = false;
  begun = strip && event.isPrimary && event.button === 0 ? { strip, x: event.clientX } : null;
});
on('pointermove', (event) => {
  if (!begun?.strip.isConnected || (!isDragged && Math.abs(event.clientX - begun.x) < 8)) return;
  isDragged = true;
  begun.strip.setPointerCapture(event.pointerId);
  drag(event);
  begun.strip.prepend(box);
});
on('pointerup', (event) => {
  if (begun?.strip.isConnected && isDragged) {
    const [from, to] = drag(event);
    const query = new URLSearchParams(location.search);
    ['after', 'before', 'at', 'all'].forEach((name) => query.delete(name));
    query.set('from', typed(from));
    query.set('to', typed(to));
    location.assign(`${location.pathname}?${query}#events`);
  }
  stop();
});
on('pointercancel', stop);
on('dragstart', (event) => { if (stripOf(event)) event.preventDefault(); });
on('click', (event) => { if (isDragged && stripOf(event)) event.preventDefault(); });
on('keydown', (event) => { if (begun && event.key === 'Escape') { stop(); isDragged = true; } });
