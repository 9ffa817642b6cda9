// Optional: tells the page around the frame how high this one is and which address it shows. Without this file the frame scrolls.
if (parent !== window) {
  const tell = () => parent.postMessage({ type: 'nenpyo', height: Math.ceil(document.documentElement.getBoundingClientRect().height), address: location.href }, '*');
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener('load', tell);
}
