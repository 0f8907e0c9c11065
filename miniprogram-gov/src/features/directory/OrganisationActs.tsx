import type { OrganisationReply } from '@zmht/shared/contract'
import { Box, Button, goTo, useWide } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'

/** What may be done with an organisation as a whole. */
export function OrganisationActs({ organisation }: { readonly organisation: OrganisationReply }) {
  const wide = useWide()
  const { id, ended } = organisation
  if (ended !== undefined) return null
  return (
    <Box className="g-acts" role="group" label="操作">
      <Button variant="quiet" icon="edit" onPress={() => goTo(pages.changeOrganisation, { id })}>
        修改单位
      </Button>
      <Button variant="quiet" icon="plus" onPress={() => goTo(pages.changeOrganisation, { parent: id })}>
        新增下级单位
      </Button>
      <Button variant="quiet" icon="settings" onPress={() => goTo(pages.mergeOrganisation, { id })}>
        并入其他单位
      </Button>
      {wide ? (
        <Button variant="quiet" icon="publish" onPress={() => goTo(pages.importDirectory, { organisation: id })}>
          导入表格
        </Button>
      ) : null}
    </Box>
  )
}
