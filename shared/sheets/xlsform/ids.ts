const longest = 32

/** Gives every question an id of ours, made of its name where that can be, and no two the same. */
export function idGiver(): (name: string) => string {
  const given = new Set<string>()
  return (name) => {
    const base = sanitized(name)
    let id = base
    for (let count = 2; given.has(id) || id in {}; count++) id = `${base.slice(0, longest - 5)}-${count}`
    given.add(id)
    return id
  }
}

function sanitized(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^[^a-zA-Z]+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '')
  return plain === '' ? 'q' : plain.charAt(0).toLowerCase() + plain.slice(1)
}
