// Optional: shows in the decade bar which decade is in view. Every page works without this file.
const cells = [...document.querySelectorAll('.axis a')];
const cellOf = (year) => cells.findLast((cell) => Number(cell.dataset.first) <= year);
const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
  document.querySelector('.axis [aria-current]')?.removeAttribute('aria-current');
  cellOf(Number(entry.target.dataset.year))?.setAttribute('aria-current', 'true');
}), { rootMargin: '-15% 0px -75% 0px' });
if (cells.length) document.querySelectorAll('.year[data-year]').forEach((year) => seen.observe(year));
