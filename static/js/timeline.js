// Optional: shows in the decade bar which decade is in view, and turns pages in place. Every page works without this file.
const inView = () => {
  const cells = [...document.querySelectorAll('.axis a')];
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    const year = Number(entry.target.dataset.year);
    document.querySelector('.axis [aria-current]')?.removeAttribute('aria-current');
    cells.findLast((cell) => Number(cell.dataset.first) <= year)?.setAttribute('aria-current', 'true');
  }), { rootMargin: '-15% 0px -75% 0px' });
  if (cells.length) document.querySelectorAll('.year[data-year]').forEach((year) => seen.observe(year));
  return seen;
};
let seen = inView();
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
// Back leads to the link that one had followed, of an event or to other pages, however the page is laid out anew.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.event h4 a, .pages [rel]');
  const { id } = link?.closest('.event, .pages') ?? {};
  if (!id) return;
  const left = `#${CSS.escape(id)} ${link.rel ? `[rel="${link.rel}"]` : 'h4 a'}`;
  history.replaceState({ ...history.state, left, top: link.getBoundingClientRect().top }, '');
});
const comeBack = () => {
  const left = history.state?.left && document.querySelector(history.state.left);
  if (!left) return false;
  history.scrollRestoration = 'manual';
  left.focus({ preventScroll: true });
  // What comes near is laid out, which moves it again.
  let times = 6;
  const settle = () => {
    scrollBy({ top: left.getBoundingClientRect().top - history.state.top, behavior: 'instant' });
    times -= 1;
    if (times && left.isConnected) requestAnimationFrame(settle);
  };
  settle();
  return true;
};
if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') comeBack();
// Earlier and later events take the place of these: only what differs is exchanged, which a slow machine does in a third
// of the time. The browser keeps the addresses, and goes there itself where anything is not as it was here.
const bare = (address, without = []) => {
  const url = new URL(address);
  without.forEach((name) => url.searchParams.delete(name));
  return url.pathname + url.searchParams;
};
const files = (page) => [...page.querySelectorAll('head [src], [rel=stylesheet]')].map((file) => file.outerHTML).join();
const meet = (now, then) => {
  if (now.localName === 'details' || now.isEqualNode(then)) return;
  const [ours, theirs] = [now, then].map((node) => [...node.childNodes]);
  const isAlike = ours.length && ours.length === theirs.length && now.cloneNode().isEqualNode(then.cloneNode());
  if (isAlike && now.id !== 'events') ours.forEach((node, at) => meet(node, theirs[at]));
  else now.replaceWith(then);
};
const read = async (url, signal) => {
  const answer = await fetch(url, { signal });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (answer.redirected || files(page) !== files(document)) throw new Error(url);
  return page;
};
let ahead = {};
const turn = async (event) => {
  const { url } = event.destination;
  const isReady = ahead.url === url && event.timeStamp - ahead.since < 60000;
  const page = await (isReady ? ahead.page : read(url, event.signal));
  if (event.signal.aborted) return;
  ahead = {};
  seen.disconnect();
  document.documentElement.dataset.printed = page.documentElement.dataset.printed;
  ['#main', '.languages', '.printed', '[rel=canonical]'].forEach((part) => {
    meet(document.querySelector(part), page.querySelector(part));
  });
  const others = page.querySelectorAll('link[hreflang]');
  document.querySelectorAll('link[hreflang]').forEach((link, at) => { link.href = others[at].href; });
  seen = inView();
  if (event.navigationType === 'traverse') {
    if (!comeBack()) event.scroll();
    return;
  }
  const events = document.getElementById('events');
  // What is in view is laid out first, what is near it a moment later.
  const later = [...events.querySelectorAll('.event')].slice(8);
  const lay = (how) => later.forEach((one) => { one.style.contentVisibility = how; });
  const show = () => events.scrollIntoView({ behavior: 'instant' });
  lay('hidden');
  show();
  // Where the page was still scrolling to the link, that comes in between.
  requestAnimationFrame(() => setTimeout(() => { lay(''); show(); }));
  const heading = events.querySelector('h2, h3') ?? events;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
window.navigation?.addEventListener('navigate', (event) => {
  const [from, to] = [location.href, event.destination.url];
  const places = ['after', 'before', 'at'];
  if (!event.canIntercept || event.formData || bare(from) === bare(to) || bare(from, places) !== bare(to, places)) return;
  const handler = () => turn(event).catch(() => { if (!event.signal.aborted) location.reload(); });
  event.intercept({ handler, scroll: 'manual', focusReset: 'manual' });
});
// Whoever points at the link to other events is about to follow it.
const ask = (event) => {
  const { href: url } = event.target.closest('.pages [rel]') ?? {};
  if (!url || ahead.url === url || !window.navigation) return;
  ahead = { url, since: event.timeStamp, page: read(url) };
  ahead.page.catch(() => { ahead = {}; });
};
['pointerover', 'pointerdown'].forEach((name) => document.addEventListener(name, ask));
