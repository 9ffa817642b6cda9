// Optional: the theme button, and focus on what a form refused. Every page works without this file.
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
