import { expect, it } from 'vitest'
import { loadConfig } from '../load/config.ts'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import { fileSettings } from './file-settings.ts'

async function settings(text: string) {
  const folder = await scratchFolder({ 'c.yaml': text })
  const found = fileSettings(await loadConfig(`${folder}/c.yaml`))
  return found.map(({ option, value, place }) => [option, String(value), place].join(' ').replaceAll(folder, ''))
}

it('says how the governance agent is hosted, with the file of its certificate beside its own', async () => {
  const text = 'dates: shift\npeer:\n  public_url: https://p.example\n  port: 9000\n  tls: true\n  ca: certs/peer.pem\n'
  expect(await settings(text)).toEqual([
    'dates shift /c.yaml:1',
    'publicUrl https://p.example /c.yaml:3',
    'peerPort 9000 /c.yaml:4',
    'peerTls true /c.yaml:5',
    'peerCa /certs/peer.pem /c.yaml:6',
  ])
})

it('says nothing of it where the file does not', async () => {
  expect(await settings('peer: {}\n')).toEqual([])
})

it.each([
  ['peer: { port: 70000 }', 'peer.port'],
  ['peer: { tls: "yes" }', 'peer.tls'],
  ['peer: { url: "https://p.example" }', 'url'],
])('refuses %s', async (text, place) => {
  await expect(settings(`${text}\n`)).rejects.toThrow(place)
})
