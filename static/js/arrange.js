// Optional: arrow keys and dragging on the handles, the count of what is selected. Every deed also is a button or link.
const form = document.querySelector('#entries');
const bulk = document.querySelector('#bulk-title');

// The answer of a move names the sections it changed (hx-swap-oob), so nothing is swapped by target.
let moved = '';
const move = (handle, values) => {
  moved = handle.id;
  htmx.ajax('POST', handle.dataset.move, { source: handle, swap: 'none', values });
};

const count = () => {
  const picked = form.querySelectorAll('input[name="pick"]:checked').length;
  bulk.textContent = picked ? `${picked} ${bulk.dataset.some}` : bulk.dataset.none;
  document.body.classList.toggle('with-selection', picked > 0);
};

const before = (entry) => {
  const all = [...entry.closest('.part').querySelectorAll('.entry')];
  return all[all.indexOf(entry) - 1];
};

const dropped = ({ item, from, oldIndex }) => {
  const after = before(item)?.dataset.entry ?? '';
  const section = item.closest('.entries').dataset.section;
  // Back to where it was: what stands on the page is what the server answers.
  from.insertBefore(item, from.children[oldIndex + (item.parentNode === from && [...from.children].indexOf(item) < oldIndex ? 1 : 0)] ?? null);
  move(item.querySelector('.handle'), { after, section });
};

const wake = () => {
  for (const hidden of document.querySelectorAll('.handle[hidden], .with-script[hidden]')) hidden.hidden = false;
  for (const list of document.querySelectorAll('.entries[data-section], .loose > ol')) {
    if (!Sortable.get(list)) Sortable.create(list, { group: 'entries', handle: '.handle', draggable: '.entry', animation: 0, onEnd: dropped });
  }
};

if (form) {
  document.addEventListener('keydown', (event) => {
    const direction = { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
    if (!direction || event.ctrlKey || event.altKey || event.metaKey || !event.target.matches('.handle')) return;
    event.preventDefault();
    move(event.target, { direction });
  });
  form.addEventListener('change', count);
  form.addEventListener('reset', () => setTimeout(count));
  // A section that comes anew keeps what was selected in it.
  let picked = [];
  document.addEventListener('htmx:beforeSwap', () => { picked = [...form.querySelectorAll('input[name="pick"]:checked')].map((box) => box.id); });
  document.addEventListener('htmx:afterSettle', () => {
    wake();
    for (const id of picked) { const box = document.getElementById(id); if (box) box.checked = true; }
    count();
    if (document.activeElement === document.body) document.getElementById(moved)?.focus();
  });
  const failed = () => {
    const told = document.createElement('p');
    told.className = 'notice notice-wrong';
    told.setAttribute('role', 'alert');
    told.textContent = form.dataset.failed;
    document.querySelector('#messages').replaceChildren(told);
  };
  document.addEventListener('htmx:sendError', failed);
  document.addEventListener('htmx:responseError', failed);
  wake();
  count();
}
document.querySelector('#refused')?.focus();
