import { expect, it } from 'vitest'
import { trackerUrls } from './tracker-urls.ts'

it('looks at every place that carries addresses, and at no other', () => {
  const html = `<html><head>
    <link href="/l"><meta http-equiv="refresh" content="0; url='/m'"><meta property="og:image" content="/og">
    </head><body>
    <a href="/a">x</a><img src="/i" srcset="/s1 1x, /s2,3 2x"><iframe src="/f"></iframe>
    <picture><source src="/src" srcset="/ss"></picture>
    <div data-impression-url="/di" data-click-url="/dc" data-tracker-url="/dt" data-vast-url="/dv" data-other="/no"></div>
    <!-- <img src="/comment"> --><script>document.write('<img src="/script">')</script>
    <template><img src="/template"></template><p src="/no">https://no.example</p></body></html>`
  expect(trackerUrls(html).map(({ url }) => url)).toEqual([
    '/l',
    '/m',
    '/og',
    '/a',
    '/i',
    '/s1',
    '/s2,3',
    '/f',
    '/src',
    '/ss',
    '/di',
    '/dc',
    '/dt',
    '/dv',
    '/template',
  ])
})

it('undoes the escapes of HTML, says where an address stands, and survives what is no HTML', () => {
  expect(trackerUrls('\n<a href="https://t.example/?a=1&amp;b=2&#38;c">x')).toEqual([
    { url: 'https://t.example/?a=1&b=2&c', tag: 'a', attribute: 'href', line: 2 },
  ])
  expect(trackerUrls('<a href="">')).toEqual([])
  expect(trackerUrls('<<<>>')).toEqual([])
  expect(trackerUrls('<div>'.repeat(20_000))).toEqual([])
})
