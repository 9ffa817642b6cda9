// Optional: buttons that copy what stands in an element of the page. Without this file the text can be marked by hand.
for (const copy of navigator.clipboard ? document.querySelectorAll('.copy') : []) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    const from = document.getElementById(copy.dataset.copy);
    await navigator.clipboard.writeText((from.value ?? from.textContent).trim().replace(/\s+/g, ' '));
    document.getElementById('live').textContent = copy.dataset.copied;
    copy.textContent = copy.dataset.copied;
  });
}
