import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Exchange } from '../../model/exchange.ts'
import { answered } from '../console-exchange.ts'
import { pretty, words } from './words.ts'

/** What was sent and what came back, each folded away. */
export function exchangeParts(exchange: Exchange): readonly Element[] {
  const { request, reply } = exchange
  const came = reply.kind === 'task' || reply.kind === 'rpc_error' ? pretty(reply.raw) : answered(exchange, 20_000)
  return [
    fold(`Sent: ${request.operation}`, [h('pre', { tabIndex: 0 }, pretty(request.payload))]),
    fold('Came back', [h('pre', { tabIndex: 0 }, came)]),
  ]
}

/** The HTTP requests beneath it, each in a line. */
export function httpPart({ http }: Exchange): Element {
  return fold(
    `HTTP (${http.length})`,
    http.map(({ method, url, status, durationMs, requestBytes, responseBytes, failure }) => {
      const sizes = `${requestBytes} B out, ${responseBytes} B in`
      return h(
        'p',
        words(`${method} ${url} → ${status ?? failure ?? 'nothing'}, ${sizes}, ${Math.round(durationMs)} ms`),
      )
    }),
  )
}

export function fold(title: string, children: readonly ElementContent[]): Element {
  return h('details.fold', [h('summary', words(title)), ...children])
}
