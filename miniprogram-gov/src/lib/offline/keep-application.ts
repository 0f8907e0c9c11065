/**
 * Keeps the application itself where it does not come with the device: a browser fetches it anew each time. WeChat keeps a mini-program's
 * packages by itself.
 * @throws Error when it cannot be fetched whole
 */
export async function keepApplication(): Promise<void> {
  // Only over https, or on this very machine, does a browser offer it.
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return
  // A browser short of room takes away what nobody asked it to keep.
  await navigator.storage.persist().catch(() => false)
  await navigator.serviceWorker.register('./offline-worker.js')
  const { active } = await navigator.serviceWorker.ready
  if (active === null) return
  const { port1, port2 } = new MessageChannel()
  const said = new Promise<unknown>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
  })
  active.postMessage('keep', [port2])
  if ((await said) !== 'kept') throw new Error('the application could not be kept')
}
