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
// Dragging over the strip takes a pointer, and comes with the first one.
const { drag } = document.currentScript.dataset;
addEventListener('pointerover', () => import(drag), { once: true });
// Back leads to the link that one had followed, of an event or to other pages, however the page is laid out anew.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.event h4 a, .pages [rel]');
  const { id } = link?.closest('.event, .pages') ?? {};
  const isElsewhere = event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!id || isElsewhere || bare(shown) !== bare(location.href)) return;
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
// Who is signed in belongs to it too: it may have changed in another window.
const frame = (page) => [...page.querySelectorAll('head [src], [rel=stylesheet], .rooms a, .masthead-end > a')].map(
  (part) => part.outerHTML).join();
const meet = (now, then) => {
  if (now.localName === 'details') then.open = now.open;
  if (now.className === 'theme' || now.isEqualNode(then)) return;
  const [ours, theirs] = [now, then].map((node) => [...node.childNodes]);
  const isAlike = ours.length && ours.length === theirs.length && now.cloneNode().isEqualNode(then.cloneNode());
  if (isAlike && now.id !== 'events') ours.forEach((node, at) => meet(node, theirs[at]));
  else now.replaceWith(then);
};
const read = async (url) => {
  const answer = await fetch(url);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (answer.redirected || frame(page) !== frame(document)) throw new Error(url);
  return page;
};
let ahead = {};
const ask = (url, since) => {
  const place = bare(url);
  if (ahead.place !== place || since - ahead.since > 60000) {
    ahead = { place, since, page: read(url) };
    ahead.page.catch(() => { ahead = {}; });
  }
  return ahead.page;
};
// The address that is shown: that of the browser runs ahead of it. Of several that are on their way, the last is shown.
let shown = location.href;
let [last, taken] = [];
const turn = async (event) => {
  const { url } = event.destination;
  const page = await ask(url, event.timeStamp);
  if (taken !== event || bare(url) !== bare(location.href)) return;
  shown = url;
  ahead = {};
  seen.disconnect();
  document.documentElement.dataset.printed = page.documentElement.dataset.printed;
  ['#main', '#masthead', '.printed', '[rel=canonical]'].forEach((part) => {
    meet(document.querySelector(part), page.querySelector(part));
  });
  const others = page.querySelectorAll('link[hreflang]');
  document.querySelectorAll('link[hreflang]').forEach((link, at) => { link.href = others[at].href; });
  seen = inView();
  const isBack = event.navigationType === 'traverse';
  if (isBack && comeBack()) return;
  // This may take the focus away.
  const isElsewhere = isBack || !url.endsWith('#events');
  if (isElsewhere && !event.signal.aborted) event.scroll();
  const events = document.getElementById('events');
  const heading = events.querySelector('h2, h3') ?? events;
  if (isBack || !isElsewhere) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  if (isElsewhere) return;
  // What is in view is laid out first, what is near it a moment later.
  const later = [...events.querySelectorAll('.event')].slice(8);
  const lay = (how) => later.forEach((one) => { one.style.contentVisibility = how; });
  const show = () => events.scrollIntoView({ behavior: 'instant' });
  lay('hidden');
  show();
  // Where the page was still scrolling to the link, that comes in between.
  requestAnimationFrame(() => setTimeout(() => { lay(''); show(); }));
};
window.navigation?.addEventListener('navigate', (event) => {
  const to = event.destination.url;
  const places = ['after', 'before', 'at'];
  last = event;
  if (!event.canIntercept || event.formData || event.navigationType === 'reload' || bare(shown) === bare(to)
    || bare(shown, places) !== bare(to, places)) return;
  taken = event;
  // Where nothing followed, the browser shows the page, or that it cannot be had.
  const handler = () => turn(event).catch(() => { if (last === event) location.reload(); });
  event.intercept({ handler, scroll: 'manual', focusReset: 'manual' });
});
// Whoever points at the link to other events is about to follow it.
const point = (event) => {
  const { href } = event.target.closest('.pages [rel]') ?? {};
  if (href && window.navigation) ask(href, event.timeStamp);
};
['pointerover', 'pointerdown'].forEach((name) => document.addEventListener(name, point));
