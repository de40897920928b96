/** The one script of the page: search, filters, and links that open what they point at. It reads the page and asks for nothing. */
export const script = `
const form = document.getElementById('filters');
const search = document.getElementById('search');
const matches = document.getElementById('matches');
const cards = [...document.querySelectorAll('.card')];
const holders = [...document.querySelectorAll('.board, .group')];
const boxes = [...form.querySelectorAll('input[type=checkbox]')];
let texts;
function has(card, wanted) {
  texts ??= new Map(cards.map((one) => [one, one.textContent.toLowerCase()]));
  return texts.get(card).includes(wanted);
}
function apply() {
  const wanted = search.value.trim().toLowerCase();
  const unwanted = new Set(boxes.filter((box) => !box.checked).map((box) => box.name + ' ' + box.value));
  let shown = 0;
  for (const card of cards) {
    const here = !unwanted.has(card.dataset.kind + ' ' + card.dataset.status) && (wanted === '' || has(card, wanted));
    card.toggleAttribute('data-away', !here);
    if (here) shown += 1;
  }
  for (const holder of holders) {
    const some = holder.querySelector('.card:not([data-away])') !== null;
    holder.toggleAttribute('data-away', !some);
    if (wanted !== '' && some && holder.tagName === 'DETAILS') holder.open = true;
  }
  matches.textContent = shown + ' of ' + cards.length + ' shown';
}
function named(hash) {
  try { return document.getElementById(decodeURIComponent(hash)) ?? document.getElementById(hash); }
  catch { return document.getElementById(hash); }
}
function reveal() {
  const target = named(location.hash.slice(1));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) {
    node.removeAttribute('data-away');
    if (node.tagName === 'DETAILS') node.open = true;
  }
  target.scrollIntoView({ block: 'start' });
  const summary = target.querySelector('summary');
  if (summary) summary.focus({ preventScroll: true });
}
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', apply);
addEventListener('hashchange', reveal);
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link && link.hash === location.hash) reveal();
});
addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  if (event.key === 'Escape' && document.activeElement === search) { search.value = ''; apply(); }
});
apply();
addEventListener('load', reveal);
`
