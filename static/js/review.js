// Optional: keys, focus, words marked by selection. Every button works without this file.
const keysSwitch = document.getElementById('keys-switch');
const keysList = document.getElementById('keys');
const speaker = document.getElementById('live');
const isTyping = (element) => element.closest('input:not([type=radio], [type=checkbox]), textarea, select');
const byShortcut = (key) => document.querySelector(`#desk [aria-keyshortcuts="${CSS.escape(key)}"]`);

// The current phrase is kept in the middle of the article's own pane; the page itself does not move.
function showCurrent() {
  const pane = document.getElementById('article');
  const current = pane?.querySelector('.phrase[aria-current]');
  if (!current) return;
  const distance = current.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({ top: pane.scrollTop + distance - pane.clientHeight / 2, behavior: 'instant' });
}

function begin() {
  showCurrent();
  const start = document.querySelector('#desk #errors') ?? document.getElementById('candidate-title');
  start?.focus({ preventScroll: matchMedia('(width >= 48rem)').matches });
}

// What the button will do follows from the event chosen.
function nameAccept() {
  const accept = document.getElementById('accept');
  const chosen = document.querySelector('#same input:checked');
  if (!accept || !chosen) return;
  const words = document.getElementById('accept-words');
  accept.dataset.first ??= words.textContent;
  const fresh = accept.dataset.first.startsWith(accept.dataset.cite) ? accept.dataset.new : accept.dataset.first;
  words.textContent = chosen.dataset.event ? `${accept.dataset.cite} ${chosen.dataset.event}` : fresh;
}

// What was typed is stored nowhere until it is sent: ask before it is left. "Sent" is what is on its way.
const leave = document.getElementById('leave');
let sent = false;
let leaving = false;
let goOn = null;
const page = () => location.href.split('#')[0];
let here = page();

// Words that were missed count once they are typed: what is selected with the mouse is still in the article.
const isMarking = () => 'typed' in (document.getElementById('mark-words')?.dataset ?? {});

function isUnsaved(isMarkSent = false) {
  const form = document.getElementById('candidate');
  if (sent || leaving) return false;
  if (isMarking() && !isMarkSent) return true;
  return form?.tagName === 'FORM' && ('unsaved' in form.dataset || [...form.elements].some(isChanged));
}

function ask(then) {
  goOn = then;
  leave.returnValue = 'stay';
  leave.showModal();
}

function askAtLink(event) {
  const link = event.target.closest('a[href]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target === '_blank' || (link.hash && link.href.split('#')[0] === page()) || !isUnsaved()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(() => { location.href = link.href; });
}

// The form's own decisions take along what was typed; undo, and every other form of the page, would drop it.
function askAtForm(event) {
  const { target: form, submitter } = event;
  if (form.method === 'dialog') return;
  if (form.id === 'candidate' && submitter?.id !== 'undo' && !(isMarking() && !leaving)) { sent = true; return; }
  const isMark = form.closest('#mark') !== null;
  if (!isUnsaved(isMark)) { sent = isMark; return; }
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(() => form.requestSubmit(submitter));
}

// Back and forward between phrases load no page, so the browser does not ask.
function askAtHistory(event) {
  if (page() === here || !isUnsaved()) return;
  event.stopImmediatePropagation();
  const wanted = location.href;
  history.pushState(event.state, '', here);
  ask(() => { location.href = wanted; });
}

function press(event) {
  if (leave.open) return;
  const reasons = document.querySelector('#reject[open]');
  if (event.key === 'Escape') {
    if (reasons) reasons.open = false;
    if (isTyping(event.target) || reasons || event.target.closest('#keys')) document.getElementById('candidate-title')?.focus();
    return;
  }
  if (keysSwitch?.dataset.on !== 'yes' || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === 'Enter' && event.target.closest('a, button, summary, input:not([type=radio], [type=checkbox])')) return;
  const control = (reasons && reasons.querySelector(`[data-key="${CSS.escape(event.key)}"]`)) || byShortcut(event.key);
  if (!control) return;
  event.preventDefault();
  act(control);
}

function act(control) {
  if (control.id === 'keys-open') { document.getElementById('keys-title')?.focus(); return; }
  if (control.id === 'date-text') { control.focus(); control.select(); return; }
  if (control.type === 'radio') control.focus();
  control.click();
  if (control.tagName === 'SUMMARY') control.parentElement.querySelector('button, a')?.focus();
}

// Places in the text: each line knows where it starts; glosses and hidden words do not count.
function plainLength(range) {
  const part = range.cloneContents();
  for (const extra of part.querySelectorAll('rt, .hidden-text, .no-text')) extra.remove();
  return [...part.textContent].length;
}

function placeOf(node, offset) {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('#article-text p');
  if (!line) return null;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.dataset.start) + plainLength(range);
}

function takeSelection() {
  const selection = document.getSelection();
  const form = document.getElementById('mark');
  if (!form || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  if (!document.getElementById('article-text')?.contains(range.commonAncestorContainer)) return;
  const part = range.cloneContents();
  for (const extra of part.querySelectorAll('rt, .hidden-text, .no-text')) extra.remove();
  const words = part.textContent;
  const start = placeOf(range.startContainer, range.startOffset);
  if (start === null || !words.trim() || words.trim().length > 300 || words.includes('\n')) return;
  form.open = true;
  document.getElementById('mark-words').value = words.trim();
  const place = document.getElementById('mark-start');
  if (place) place.value = start + [...words].length - [...words.trimStart()].length;
}

// A request that failed says so where decisions are told, and keeps what was typed.
function fail(event) {
  sent = leaving = false;
  const last = document.getElementById('last');
  if (!last || event.detail.elt?.id === 'date-text') return;
  last.classList.add('last-wrong');
  const words = event.detail.xhr?.status === 401 ? keysList.dataset.signedOut : keysList.dataset.failed;
  const told = last.querySelector('p');
  told.textContent = words;
  if (speaker) speaker.textContent = words;
}

leave.addEventListener('close', () => {
  if (leave.returnValue !== 'leave') return;
  leaving = true;
  goOn();
});
document.addEventListener('click', askAtLink, true);
document.addEventListener('submit', askAtForm, true);
addEventListener('popstate', askAtHistory, true);
addEventListener('beforeunload', (event) => { if (isUnsaved()) event.preventDefault(); });
addEventListener('pageshow', () => { sent = leaving = false; });
document.addEventListener('keydown', press);
document.addEventListener('mouseup', () => setTimeout(takeSelection));
document.addEventListener('keyup', (event) => { if (event.shiftKey) takeSelection(); });
document.addEventListener('change', (event) => { if (event.target.name === 'target') nameAccept(); });
document.addEventListener('input', (event) => {
  if (event.target.id === 'mark-words') event.target.toggleAttribute('data-typed', event.target.value !== '');
  if (event.target.id === 'mark-words' && document.getElementById('mark-start')) document.getElementById('mark-start').value = '';
});
document.body.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.elt?.id === 'quotation') { sent = false; document.getElementById('candidate').dataset.unsaved = ''; }
  if (event.detail.elt?.id !== 'desk') return;
  sent = leaving = false;
  begin();
  const desk = document.getElementById('desk');
  const last = document.querySelector('#last p');
  document.getElementById('last')?.classList.add('last-fresh');
  if (speaker) speaker.textContent = `${last ? last.textContent.trim() : ''} ${desk.dataset.said ?? ''}`.trim();
});
document.body.addEventListener('htmx:pushedIntoHistory', () => { here = page(); });
// A refusal that brings the desk along, with what was typed, is shown; of any other only the words.
document.body.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (detail.xhr.status !== 403 || !detail.serverResponse.includes('id="desk"')) return;
  detail.shouldSwap = true;
  detail.isError = false;
});
document.body.addEventListener('htmx:responseError', fail);
document.body.addEventListener('htmx:sendError', fail);
begin();
