/**
 * Keeps the application itself in the browser once an official has taken a task along, so that it opens without a network. Only the
 * application: what is asked of the API always goes to the API. The build puts the list of its files before this as `files`.
 */
const shelf = 'zmht-application'

/** Fetches what is not there yet. The page itself comes last: with it stands everything it names. */
async function keep() {
  const cache = await caches.open(shelf)
  const has = new Set((await cache.keys()).map(({ url }) => url))
  const wanted = files.map((file) => new URL(file, self.location.href).href)
  for (const url of wanted) if (!has.has(url)) await cache.add(url)
  const page = new URL('./', self.location.href).href
  await cache.put(page, await fetch(page, { cache: 'no-cache' }))
  for (const url of has) if (url !== page && !wanted.includes(url)) await cache.delete(url)
}

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  const renew = async () => {
    await self.clients.claim()
    // Of a newer edition the files are fetched for whoever keeps the application here.
    if (await caches.has(shelf)) await keep().catch(() => undefined)
  }
  event.waitUntil(renew())
})

self.addEventListener('message', (event) => {
  const [port] = event.ports
  event.waitUntil(
    keep().then(
      () => port.postMessage('kept'),
      () => port.postMessage('failed'),
    ),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const own = new URL('./', self.location.href)
  if (request.method !== 'GET' || !url.href.startsWith(own.href) || url.href.startsWith(`${own.href}api/`)) return
  const kept = () => caches.match(request.mode === 'navigate' ? own.href : request, { ignoreSearch: true })
  // The page is the newest there is; files carry their fingerprint in the name.
  const answer = async () =>
    request.mode === 'navigate'
      ? fetch(request).catch(async (error) => {
          const page = await kept()
          if (page === undefined) throw error
          return page
        })
      : ((await kept()) ?? fetch(request))
  event.respondWith(answer())
})
