// Optional: says what was read, at most once a second while one types. The page works without this file.
const live = document.getElementById('live');
let timer;
const say = (words) => {
  clearTimeout(timer);
  timer = setTimeout(() => { if (live && live.textContent !== words) live.textContent = words; }, 700);
};
document.body.addEventListener('htmx:afterSettle', (event) => {
  const part = event.detail.elt;
  if (part?.id === 'reading' || part?.id === 'reading-shown') {
    say(part.dataset.said);
    const box = document.getElementById('date-box');
    box.classList.toggle('is-unread', !part.querySelector('.facts .edtf') && document.querySelectorAll('#readings input').length === 1);
    box.classList.toggle('is-flagged', Boolean(part.querySelector('.notice-warn')));
  }
});
// Until the server has read what is typed now, what stands below is of the words before.
document.body.addEventListener('input', ({ target }) => {
  const reading = document.getElementById('reading');
  if (target.id === 'date-text') reading.setAttribute('aria-busy', target.value.trim() !== reading.querySelector('[name=date_read]').value.trim());
});
const tell = (event) => {
  const box = document.getElementById('date-box');
  if (event.detail.elt?.id === 'date-text' && box) say(event.detail.xhr?.status === 401 ? box.dataset.signedOut : box.dataset.failed);
};
document.body.addEventListener('htmx:sendError', tell);
document.body.addEventListener('htmx:responseError', tell);
