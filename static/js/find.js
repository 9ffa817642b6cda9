// Optional: what is searched for, on every page with search and filters. Each works without this file.
// A field that is left empty says nothing, so it does not stand in the address.
document.querySelector('.find')?.addEventListener('formdata', ({ formData }) => {
  [...formData].forEach(([name, value]) => { if (!value.trim()) formData.delete(name); });
});
// What was found is said once, in the region for that.
const told = document.querySelector('#found p');
if (told) setTimeout(() => { document.getElementById('live').textContent = told.textContent; }, 300);
