// Optional: a question before what was typed is lost, what could not be stored, focus on what a form refused. Every page works without this file.
// Who signs in again in another tab gets a new token; a page that stayed open sends that one.
document.body.addEventListener('htmx:configRequest', (event) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (token && event.detail.parameters.csrfmiddlewaretoken) event.detail.parameters.csrfmiddlewaretoken = token;
});
// What could not be stored because others were writing is still in its form; say so where it is seen and heard.
document.body.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status !== 503) return;
  document.getElementById('busy')?.remove();
  const told = document.createElement('p');
  Object.assign(told, { id: 'busy', className: 'notice notice-wrong', role: 'alert', textContent: event.detail.xhr.responseText });
  document.getElementById('main').prepend(told);
  told.scrollIntoView({ block: 'nearest' });
});
document.querySelector('.error-summary:not([hidden])')?.focus();
// Whether a field holds other than it came with; used at the desk too, which asks in its own words.
const CARRIED = new Set(['csrfmiddlewaretoken', 'version', 'show', 'date_read']);
function isChanged(field) {
  if (!field.name || CARRIED.has(field.name) || field.type === 'submit') return false;
  if (field.type === 'radio' || field.type === 'checkbox') return field.checked !== field.defaultChecked;
  if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
  const first = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(first, 0);
}

// Browsers keep no page of who is signed in, so Back brings an empty form: ask before a long one is left.
const longForm = document.querySelector('form[data-ask-first]');
let isOnItsWay = false;
if (longForm) {
  document.addEventListener('submit', (event) => { isOnItsWay = event.target === longForm; });
  addEventListener('pageshow', () => { isOnItsWay = false; });
  addEventListener('beforeunload', (event) => {
    if (!isOnItsWay && (longForm.dataset.askFirst === 'unsaved' || [...longForm.elements].some(isChanged))) event.preventDefault();
  });
}
