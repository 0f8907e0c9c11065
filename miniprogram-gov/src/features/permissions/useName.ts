import { createResource, type Resource, useResource } from '@zmht/shared/ui'
import { applicationName, officialName, organisationName } from './resources'

const none = createResource<string>(async () => '')
const names: Readonly<Record<'application' | 'organisation' | 'official', Resource<string, string>>> = {
  application: applicationName,
  organisation: organisationName,
  official: officialName,
}

/** The name of what an id of the address stands for; the id itself where it leads nowhere; nothing where none is said. */
export function useName(of: keyof typeof names, id: string): string | undefined {
  const { data, error } = useResource(id === '' ? none : names[of], id)
  if (id === '') return undefined
  return data ?? (error === undefined ? '…' : id)
}
