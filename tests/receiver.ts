import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Verdict, verify } from '@zmht/shared/webhooks/sign'
import { nowMillis } from '../functions/platform/clock'

/** How a receiver behaves towards one attempt. `late`: it has the message, and answers after the sender has gone. */
export type Manner = 'ok' | 'error' | 'reset' | 'silent' | 'late' | 'redirect' | 'gone'

/** What came in one attempt, as it stood on the wire. */
export interface Attempt {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
  readonly body: string
  readonly verdict: Verdict
  readonly manner: Manner
}

export interface Receiver {
  readonly url: string
  readonly attempts: Attempt[]
  /** Decides for each attempt. */
  behave: (id: string, nth: number) => Manner
  secret: string
  readonly stop: () => Promise<void>
}

/** A real receiver on this machine, which behaves as badly as it is told to. */
export async function aReceiver(lateMillis: number): Promise<Receiver> {
  const attempts: Attempt[] = []
  const server = createServer((call, answer) => {
    const chunks: Buffer[] = []
    call.on('data', (chunk: Buffer) => chunks.push(chunk))
    call.on('end', () => void take(Buffer.concat(chunks).toString(), call.headers, answer))
  })
  const take = async (
    body: string,
    headers: Readonly<Record<string, string | string[] | undefined>>,
    answer: ServerResponse,
  ) => {
    const read = (name: string) => String(headers[name] ?? '')
    const received = {
      id: read('webhook-id'),
      timestamp: read('webhook-timestamp'),
      signature: read('webhook-signature'),
      body,
    }
    const manner = receiver.behave(received.id, attempts.filter(({ id }) => id === received.id).length + 1)
    const verdict = await verify(receiver.secret, received, Math.floor(nowMillis() / 1000))
    attempts.push({ ...received, verdict, manner })
    if (manner === 'ok') answer.writeHead(204).end()
    else if (manner === 'error') answer.writeHead(500).end('oops')
    else if (manner === 'gone') answer.writeHead(410).end()
    else if (manner === 'redirect') answer.writeHead(307, { location: `${receiver.url}/elsewhere` }).end()
    else if (manner === 'reset') answer.destroy()
    else if (manner === 'late') setTimeout(() => answer.writeHead(200).end(), lateMillis)
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/in`,
    attempts,
    behave: () => 'ok',
    secret: '',
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  return receiver
}
