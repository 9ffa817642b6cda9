// Optional: the arrow keys lead to the event before and after. Every page works without this file.
const ways = { ArrowLeft: 'prev', ArrowRight: 'next' };
document.querySelector('.keys')?.removeAttribute('hidden');
document.addEventListener('keydown', (event) => {
  const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (held || event.defaultPrevented || event.target.closest('input, select, textarea, [contenteditable]')) return;
  const link = ways[event.key] && document.querySelector(`.steps-between a[rel="${ways[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
