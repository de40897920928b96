/** The one script of the page: search, filters, and links that open what they point at. It reads the page and asks for nothing. */
export const script = `
const form = document.getElementById('filters');
const search = document.getElementById('search');
const matches = document.getElementById('matches');
const cards = [...document.querySelectorAll('.card')];
const texts = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
function apply() {
  const wanted = search.value.trim().toLowerCase();
  const statuses = new Set([...form.querySelectorAll('input[name=status]:checked')].map((box) => box.value));
  let shown = 0;
  for (const card of cards) {
    const here = statuses.has(card.dataset.status) && texts.get(card).includes(wanted);
    card.toggleAttribute('data-away', !here);
    if (here) shown += 1;
  }
  for (const board of document.querySelectorAll('.board')) {
    const some = board.querySelector('.card:not([data-away])') !== null;
    board.toggleAttribute('data-away', !some);
    if (wanted !== '' && some) board.open = true;
  }
  matches.textContent = shown + ' of ' + cards.length + ' shown';
}
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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
addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== search) { event.preventDefault(); search.focus(); }
  if (event.key === 'Escape' && document.activeElement === search) { search.value = ''; apply(); }
});
addEventListener('beforeprint', () => { for (const fold of document.querySelectorAll('details.card, details.board')) fold.open = true; });
apply();
addEventListener('load', reveal);
`
