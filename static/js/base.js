// Optional: the theme button, search and filters. Every page works without this file.
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
// A field that is left empty says nothing, so it does not stand in the address.
document.addEventListener('formdata', ({ target, formData }) => {
  if (target.matches('.find')) [...formData].forEach(([name, value]) => { if (!value.trim()) formData.delete(name); });
});
// What was found is said once, in the region for that.
const told = document.querySelector('#found p');
if (told) setTimeout(() => { document.getElementById('live').textContent = told.textContent; }, 300);
