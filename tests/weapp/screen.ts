import { Event, type Node } from 'miniprogram-exparser'

/** One part of what stands on the screen, as WeChat drew it. */
export interface Part {
  readonly tag: string
  readonly role: string
  /** What a screen reader says: the aria label, or else the words inside. */
  readonly name: string
  readonly attribute: (name: string) => string
  readonly text: string
  readonly parts: () => readonly Part[]
  /** Lets WeChat report an event here. */
  readonly emit: (type: string, detail?: unknown) => void
}

/** Parts that take part in the page with a role even without being told one. */
const ownRoles: Readonly<Record<string, string>> = { button: 'button', input: 'textbox', textarea: 'textbox' }

/** @returns the parts below a drawn element, in their order */
export function partsBelow(dom: Element): readonly Part[] {
  return Array.from(dom.querySelectorAll('*')).flatMap((element) => partOf(element) ?? [])
}

function partOf(dom: Element): Part | undefined {
  // The engine keeps its own element on the drawn one.
  const node = (dom as Element & { readonly __wxElement?: Node }).__wxElement
  const drawn = node?._vt
  if (node === undefined || drawn === undefined) return undefined
  // WeChat's compiler gives `aria-role` as `ariaRole`.
  const attribute = (name: string): string => {
    const compiled = name.replace(/-[a-z]/g, (letters) => letters.charAt(1).toUpperCase())
    const value = drawn.attrs.find((one) => one.name === compiled || one.name === name)?.value
    return value === undefined || value === null ? '' : String(value)
  }
  const tag = drawn.tagName.replace(/^wx-/, '')
  const text = (dom.textContent ?? '').trim()
  return {
    tag,
    role: attribute('aria-role') || (ownRoles[tag] ?? ''),
    name: attribute('aria-label') || text,
    attribute,
    text,
    parts: () => partsBelow(dom),
    emit: (type, detail = {}) =>
      Event.dispatchEvent(
        node,
        Event.create(type, detail, { bubbles: type === 'tap', composed: true, capturePhase: true }),
      ),
  }
}

export const hasClass = (part: Part, name: string): boolean => part.attribute('class').split(/\s+/).includes(name)

/** Waits for something to become true, as a person would, by looking again. @throws with what was there instead. */
export async function waitFor<T>(
  look: () => T | undefined | Promise<T | undefined>,
  missing: () => string,
  patience = 60_000,
): Promise<T> {
  const until = Date.now() + patience
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(missing())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
