const letters = '0123456789abcdefghijklmnopqrstuvwxyz'

/** An id inside one form, stable for the form's life: never that of a control removed earlier, whose answers may be stored. */
export function mintKey(prefix: 'k' | 'p'): string {
  let key: string = prefix
  for (let index = 0; index < 6; index++) key += letters.charAt(Math.floor(Math.random() * letters.length))
  return key
}
