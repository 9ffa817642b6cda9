// Optional: the theme button, search and filters, a question before what was typed is lost, focus on what a form refused. Every page works without this file.
const root = document.documentElement;
const button = document.querySelector('.theme');
const stored = () => { try { return localStorage.theme; } catch { return undefined; } };
const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
const name = () => { button.textContent = dark() ? button.dataset.light : button.dataset.dark; };
if (stored()) root.dataset.theme = stored();
if (button) {
  button.hidden = false;
  name();
  button.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    try { localStorage.theme = root.dataset.theme; } catch { /* private mode: the choice lasts for this page */ }
    name();
  });
}
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
// A field that is left empty says nothing, so it does not stand in the address.
document.querySelector('.find')?.addEventListener('formdata', ({ formData }) => {
  [...formData].forEach(([name, value]) => { if (!value.trim()) formData.delete(name); });
});
// What was found is said once, in the region for that.
const told = document.querySelector('#found p');
if (told) setTimeout(() => { document.getElementById('live').textContent = told.textContent; }, 300);
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
