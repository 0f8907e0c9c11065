import type { Control, Form } from '@zmht/shared/controls'

/** @returns what a form asks for or looks at: attribute and relation codes, each with the labels of its controls */
export function usesIn(form: Form): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, readonly string[]>()
  const add = (code: string, label: string): void => {
    const labels = uses.get(code) ?? []
    uses.set(code, labels.includes(label) ? labels : [...labels, label])
  }
  for (const control of form.controls) {
    const code = codeOf(control)
    if (code !== undefined) add(code, control.label)
  }
  for (const { is, name } of form.subjects) if (is.by === 'relation') add(is.relation, name)
  return uses
}

function codeOf({ binding }: Control): string | undefined {
  if (!binding || 'own' in binding) return undefined
  return 'attribute' in binding ? binding.attribute : binding.relation
}
