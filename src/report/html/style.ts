/** The one style of the page. Colours hold 4.5:1 in both schemes; paper is always light. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #f4f5f7; --line: #c9ced6; --quiet: #545d68;
  --good: #0b6b34; --bad: #b3141e; --open: #7a4d00; --none: #4b5563; --link: #0b57a4; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #14171b; --soft: #1e2329; --line: #3a424d; --quiet: #a7b0bc;
  --good: #5ed08b; --bad: #ff8f8f; --open: #f2bd5b; --none: #a7b0bc; --link: #7db7ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem; background: var(--paper); }
header { border-left: .4rem solid var(--none); padding-left: 1rem; }
header.conformant { border-color: var(--good); }
header.nonconformant, header.error, header.unreachable { border-color: var(--bad); }
header.incomplete { border-color: var(--open); }
h1 { font-size: 1.6rem; line-height: 1.3; margin: .2rem 0; }
h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.2rem 0 .4rem; font-size: 1.05rem; }
.product, .target, .id, .level, .address, .source, .note, .schema { color: var(--quiet); }
.product { margin: 0; }
.target { font-weight: 400; font-size: 1.1rem; }
.reason { font-size: 1.1rem; margin: .4rem 0 .8rem; }
.verdict { text-transform: uppercase; letter-spacing: .03em; }
h1 .conformant, strong.satisfied, .badge.passed, .badge.satisfied { color: var(--good); }
h1 .nonconformant, h1 .error, h1 .unreachable, strong.violated, .badge.failed, .badge.violated, .badge.errored { color: var(--bad); }
h1 .incomplete, strong.not_exercised, strong.warning, .badge.blocked, .badge.not_exercised, .badge.warning { color: var(--open); }
strong.not_applicable, .badge.not_applicable { color: var(--none); }
.body p, .body ul, .body dl { margin: .45rem 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .5rem 1.5rem; margin: .6rem 0; }
.facts dt, .compare dt { font-size: .85rem; color: var(--quiet); }
dd { margin: 0; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; align-items: center; margin: 1rem 0;
  padding: .6rem; background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; }
form[hidden] { display: none; }
form > label { margin-right: -.8rem; }
input[type=search] { flex: 1 1 14rem; min-width: 0; font: inherit; padding: .3rem .5rem; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .2rem .9rem; }
legend { float: left; padding: 0 .6rem 0 0; color: var(--quiet); }
.choice { white-space: nowrap; }
output { color: var(--quiet); margin-left: auto; }
.tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: .8rem 0; padding: 0; }
.tiles a { display: block; padding: .3rem .8rem; color: inherit; text-decoration: none; background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; }
.tiles a:hover { border-color: currentColor; }
.tiles strong { font-size: 1.3rem; }
details.card, details.board, details.fold { border: 1px solid var(--line); border-radius: .4rem; margin: .35rem 0; }
.card, .board, .group { scroll-margin-top: 6rem; }
details.board { padding: 0 .6rem .2rem; }
details.board[open] { padding-bottom: .6rem; }
summary { cursor: pointer; padding: .4rem .6rem; display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline; }
summary::before { content: "\\25B8" / ""; }
details[open] > summary::before { content: "\\25BE" / ""; }
details.fold > :not(summary) { margin: .4rem .6rem; }
.body { padding: .2rem .9rem .7rem; border-top: 1px solid var(--line); }
.badge { font-weight: 600; font-size: .85rem; white-space: nowrap; }
.id { font-family: ui-monospace, monospace; font-size: .9rem; }
.level { font-size: .8rem; }
.statement { flex: 1 1 20rem; }
.wrong { font-weight: 600; }
.compare { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .5rem 1rem; }
.compare pre { border-left: .25rem solid var(--good); }
.compare .actual pre { border-color: var(--bad); }
pre { background: var(--soft); padding: .5rem; margin: 0; max-height: 24rem; overflow: auto; white-space: pre-wrap; font-size: .85rem; }
code { font-size: .88rem; }
.validations { list-style: none; padding: 0; }
.validations li { margin: .4rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .88rem; }
th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.number { text-align: right; white-space: nowrap; }
rect { fill: currentColor; }
[data-away] { display: none; }
footer { margin: 2rem 0 1rem; color: var(--quiet); font-size: .85rem; }
@media (max-width: 48rem) { form { position: static; } .card, .board, .group { scroll-margin-top: 1rem; } .statement { flex-basis: 100%; }
  details.board { padding: 0 .3rem .2rem; } .scroll td:nth-child(2) { min-width: 14rem; } }
@media print { form, .skip, nav, .fold:not([open]) { display: none; } body { max-width: none; padding: 0; font-size: 10.5pt; } summary { break-after: avoid; }
  h2, h3 { break-after: avoid; } pre { max-height: none; } summary::before, details[open] > summary::before { content: ""; } a { color: inherit; } }
`
