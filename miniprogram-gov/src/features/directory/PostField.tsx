import type { OrganisationReply } from '@zmht/shared/contract'
import { Card, List, ListRow, Sheet, Text, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { ChoiceField } from './ChoiceField'
import { chosenPost } from './colleagues'
import { OrganisationBrowser } from './OrganisationBrowser'
import type { ChosenPost } from './operation-draft'
import { inOrder } from './post-order'
import { startOf } from './resources'

/** One post, chosen in a sheet: the organisation by tree or by search, then one of its posts. */
export function PostField({
  label,
  error,
  value,
  startIn,
  without,
  onChange,
}: {
  readonly label: string
  readonly error: string | undefined
  readonly value: ChosenPost | undefined
  /** The organisation the sheet opens at. */
  readonly startIn: string | undefined
  /** The post that is left, which is not offered. */
  readonly without: string | undefined
  readonly onChange: (post: ChosenPost) => void
}) {
  const [open, setOpen] = useState(false)
  const start = useResource(startOf, 'mine')
  const [at, setAt] = useState<string>()
  const here = at ?? value?.organisation.id ?? startIn ?? start.data?.own[0]?.id ?? start.data?.roots[0]?.id
  return (
    <>
      <ChoiceField
        label={label}
        error={error}
        shown={value === undefined ? undefined : `${value.organisation.name} ${value.title}`}
        onOpen={() => setOpen(true)}
      />
      {here === undefined ? null : (
        <Sheet open={open} wide title={label} onClose={() => setOpen(false)}>
          <OrganisationBrowser at={here} onAt={setAt}>
            {(organisation) => (
              <PostChoices
                organisation={organisation}
                without={without}
                onChoose={(post) => {
                  onChange(post)
                  setOpen(false)
                }}
              />
            )}
          </OrganisationBrowser>
        </Sheet>
      )}
    </>
  )
}

function PostChoices({
  organisation,
  without,
  onChoose,
}: {
  readonly organisation: OrganisationReply
  readonly without: string | undefined
  readonly onChoose: (post: ChosenPost) => void
}) {
  const open = inOrder(organisation.posts).filter(({ id, closed }) => !closed && id !== without)
  if (open.length === 0) return <Text tone="quiet">这个单位没有可以任职的岗位，请看下级单位或换一个单位。</Text>
  return (
    <Card flush>
      <List label={`${organisation.name}的岗位`}>
        {open.map(({ id, title, holders }, index) => (
          <ListRow
            key={id}
            line={index > 0}
            icon="person"
            title={title}
            detail={
              holders.length === 0 ? '现在没有人任职' : `现在：${holders.map((holder) => holder.name).join('、')}`
            }
            onPress={() => {
              const post = chosenPost(organisation, id)
              if (post !== undefined) onChoose(post)
            }}
          />
        ))}
      </List>
    </Card>
  )
}
