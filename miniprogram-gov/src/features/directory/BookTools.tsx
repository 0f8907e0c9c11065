import { Box, Button, goTo, SearchInput } from '@zmht/shared/ui'
import { rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'

/** The search box of the address book; what is looked for stands in the address. */
export function BookSearch({ text, onType }: { readonly text: string; readonly onType: (text: string) => void }) {
  return (
    <SearchInput
      label="找人、岗位或单位"
      value={text}
      onChange={(typed) => {
        onType(typed)
        rememberInAddress('q', typed.trim())
      }}
    />
  )
}

/** What those who keep the directory find here besides. */
export function BookActs({ me }: { readonly me: Official }) {
  if (!may(me, 'directory.write') && !may(me, 'directory.catalogue')) return null
  return (
    <Box className="g-acts" role="group" label="维护通讯录">
      <Button variant="quiet" icon="document" onPress={() => goTo(pages.posts)}>
        岗位目录
      </Button>
    </Box>
  )
}
