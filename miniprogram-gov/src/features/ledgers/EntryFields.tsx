import { type Attribute, showValue, type Value } from '@zmht/shared/knowledge'
import { AttributeField, Box, Card, Field, type FormSurroundings, Section, Stack, Text } from '@zmht/shared/ui'
import { places } from '@/lib/api'
import { type EntryField, following } from './entry'
import type { KeptEntry } from './entry-drafts'
import { RelationField } from './RelationField'
import type { EntryChange } from './useEntry'

/** The id of a field on the page, to bring it into sight. */
export const fieldAnchor = (key: string): string => `entry-${key.replace(/\./g, '-')}`

/** What nobody is entered without. */
const recognised: ReadonlySet<string> = new Set(['person.name', 'organisation.name'])

const around: FormSurroundings = { places, startIn: undefined }

/** What is asked of one that is entered: facts first, then whom it has to do with. */
export function EntryFields({
  fields,
  kept,
  problems,
  onChange,
}: {
  readonly fields: readonly EntryField[]
  readonly kept: KeptEntry
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (part: EntryChange) => void
}) {
  const told = following(kept.values)
  const relations = fields.filter(({ of }) => of === 'relation')
  const give = (key: string, value: Value | undefined) =>
    onChange(({ values }) => ({ values: withOne(values, key, value) }))
  return (
    <>
      <Section title="资料">
        <Card>
          <Stack gap={4}>
            {fields.map((field) =>
              field.of === 'relation' ? null : told[field.key] === undefined ? (
                <Box key={field.key} id={fieldAnchor(field.key)}>
                  <AttributeField
                    attribute={field.attribute}
                    value={kept.values[field.key]}
                    error={problems[field.key]}
                    around={around}
                    required={recognised.has(field.attribute.code)}
                    onChange={(value) => give(field.key, value)}
                  />
                </Box>
              ) : (
                <Told key={field.key} attribute={field.attribute} value={told[field.key] ?? ''} />
              ),
            )}
          </Stack>
        </Card>
      </Section>
      {relations.length === 0 ? null : (
        <Section title="和谁、和哪里有关">
          <Card>
            <Stack gap={4}>
              {fields.map((field) =>
                field.of === 'attribute' ? null : (
                  <RelationField
                    key={field.key}
                    field={field}
                    value={kept.values[field.key]}
                    name={kept.names[field.key]}
                    around={around}
                    onChange={(value, name) =>
                      onChange(({ values, names }) => ({
                        values: withOne(values, field.key, value),
                        names: withOne(names, field.key, value === undefined ? undefined : (name ?? '')),
                      }))
                    }
                  />
                ),
              )}
            </Stack>
          </Card>
        </Section>
      )}
    </>
  )
}

function withOne<V>(all: Readonly<Record<string, V>>, key: string, one: V | undefined): Readonly<Record<string, V>> {
  const { [key]: _former, ...others } = all
  return one === undefined ? others : { ...others, [key]: one }
}

/** What an ID number tells: not to be filled in beside it. */
function Told({ attribute, value }: { readonly attribute: Attribute; readonly value: Value }) {
  return (
    <Field label={attribute.name} hint="由身份证号得出，不用再填" group>
      {() => (
        <Box live="polite" className="z-computed">
          <Text numeric>{showValue(attribute, value)}</Text>
        </Box>
      )}
    </Field>
  )
}
