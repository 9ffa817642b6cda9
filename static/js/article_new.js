// Optional: count words while one types, so that half a paste is noticed.
const text = document.getElementById('id_text');
const hint = document.getElementById('id_text_helptext');
if (text && hint) {
  const said = hint.textContent;
  const count = () => {
    const size = new TextEncoder().encode(text.value.trim()).length;
    hint.textContent = size ? `${said} (${size.toLocaleString(document.documentElement.lang)} B)` : said;
  };
  text.addEventListener('change', count);
  count();
}
document.getElementById('was-read')?.scrollIntoView({ block: 'nearest' });
