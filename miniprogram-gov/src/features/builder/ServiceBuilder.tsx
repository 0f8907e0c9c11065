import { Button, Row, toast } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { may } from '../session/official'
import { BasicsPanel } from './BasicsPanel'
import { BuilderLayout } from './BuilderLayout'
import { Conflict, SaveState } from './SaveState'
import { ServiceCard } from './ServiceCard'
import type { Builder } from './useBuilder'

/** A service: its card and its form. */
export function ServiceBuilder({ builder }: { readonly builder: Builder }) {
  const { editor, form, problems } = builder
  const { draft, dispatch } = editor
  return (
    <BuilderLayout
      builder={form}
      problems={problems}
      title={draft.title || '新服务'}
      heading={draft.title}
      summary={draft.summary}
      back={pages.channels}
      look="居民看到的样子"
      card={
        <ServiceCard
          draft={draft}
          problems={problems}
          on={form.selected?.at === 'basics'}
          onPress={() => form.select({ at: 'basics' })}
        />
      }
      panel={<BasicsPanel draft={draft} problems={problems} dispatch={dispatch} />}
      conflict={<Conflict editor={editor} />}
      state={<SaveState editor={editor} />}
      buttons={<SaveButtons builder={builder} />}
    />
  )
}

function SaveButtons({ builder }: { readonly builder: Builder }) {
  const { me, editor, save, goPublish } = builder
  return (
    <Row gap={2}>
      <Button
        variant="quiet"
        loading={editor.saving}
        onPress={() => void save().then((done) => done && toast('已保存'))}
      >
        保存
      </Button>
      {may(me, 'channel.publish') ? (
        <Button icon="publish" disabled={editor.saving} onPress={() => void goPublish()}>
          下一步：发布
        </Button>
      ) : null}
    </Row>
  )
}
