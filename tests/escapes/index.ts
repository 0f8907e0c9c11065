import type { World } from '../world'
import { applicationsEscapes } from './applications'
import { directoryEscapes } from './directory'
import { ledgersEscapes } from './ledgers'
import { noticesEscapes } from './notices'
import { outsideEscapes } from './outside'
import { overviewEscapes } from './overview'
import { placesEscapes } from './places'
import { provisionsEscapes } from './provisions'
import { rulesEscapes } from './rules'
import { type Escape, theScene, type Who } from './scene'
import { servicesEscapes } from './services'
import { tasksEscapes } from './tasks'

export type { Sent } from './scene'

/** Every write that names a place or an owner, each as it would leave the territory of whoever asks. */
export async function escapesIn(
  world: World,
): Promise<{ readonly tokens: Readonly<Record<Who, string>>; readonly escapes: readonly Escape[] }> {
  const scene = await theScene(world)
  const rooms = [
    applicationsEscapes,
    directoryEscapes,
    placesEscapes,
    servicesEscapes,
    noticesEscapes,
    outsideEscapes,
    overviewEscapes,
    ledgersEscapes,
    provisionsEscapes,
    rulesEscapes,
    tasksEscapes,
    overviewEscapes,
  ]
  return { tokens: scene.tokens, escapes: rooms.flatMap((room) => room(scene)) }
}
