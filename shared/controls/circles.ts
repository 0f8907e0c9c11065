import { controlsIn, type Expression } from './expression'
import type { Control, Form } from './form'

/** @returns the controls a control's being shown, offered or computed depends on */
export function dependenciesOf(control: Control): readonly string[] {
  const rules: readonly (Expression | undefined)[] = [
    control.showWhen,
    control.compute,
    ...(control.offer?.when ?? []).map((one) => one.if),
  ]
  const seen = rules.flatMap((rule) => (rule === undefined ? [] : controlsIn(rule)))
  return control.within === undefined ? seen : [...seen, control.within]
}

/** @returns the controls that depend on themselves, directly or through others */
export function controlCircles(form: Form): ReadonlySet<string> {
  const needs = new Map(form.controls.map((control) => [control.id, dependenciesOf(control)]))
  // Tarjan: a group of controls that all lead to one another is a circle; so is one that names itself.
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const inCircle = new Set<string>()

  function visit(id: string): number {
    const number = order.size
    order.set(id, number)
    open.push(id)
    let lowest = number
    for (const next of needs.get(id) ?? []) {
      if (!needs.has(next)) continue
      if (!order.has(next)) lowest = Math.min(lowest, visit(next))
      else if (open.includes(next)) lowest = Math.min(lowest, order.get(next) ?? number)
    }
    low.set(id, lowest)
    if (lowest === number) {
      const group = open.splice(open.indexOf(id))
      if (group.length > 1 || needs.get(id)?.includes(id)) for (const one of group) inCircle.add(one)
    }
    return lowest
  }

  for (const id of needs.keys()) if (!order.has(id)) visit(id)
  return inCircle
}
