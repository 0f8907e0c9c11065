/**
 * On h5 what is being looked for stands in the address, so that the link can be sent to a colleague. The entry is replaced, not
 * added: going back leaves the page. A mini-program has no address.
 */
export function rememberInAddress(name: string, value: string): void {
  if (process.env.TARO_ENV !== 'h5') return
  const [path = '', query = ''] = window.location.hash.split('?')
  const params = new URLSearchParams(query)
  if (value === '') params.delete(name)
  else params.set(name, value)
  const words = params.toString()
  window.history.replaceState(window.history.state, '', words ? `${path}?${words}` : path)
}

/** @returns a word from the address as it was typed; the router gives some of them still encoded */
export function fromAddress(word: string | undefined): string {
  if (word === undefined) return ''
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
