import { cases } from '../cases'
import { channelBurden } from '../channel-burden'
import { channelCare } from '../channel-care'
import { channels } from '../channels'
import { communityPage } from '../community-page'
import { errands } from '../errands'
import { files } from '../files'
import { linked } from '../linked'
import { messages } from '../messages'
import { notices } from '../notices'
import { onBehalf } from '../on-behalf'
import { openLists } from '../open-lists'
import { open311 } from '../open311'
import { organisationServices } from '../organisation-services'
import { outside } from '../outside'
import { pictureCheck } from '../picture-check'
import { publicAnswers } from '../public-answers'
import { requests } from '../requests'
import { routing } from '../routing'

/** The endpoints of one function: a file of their own, so that it carries no other's. */
export const channelRoutes = {
  ...channels,
  ...channelCare,
  ...channelBurden,
  ...cases,
  ...communityPage,
  ...errands,
  ...files,
  ...linked,
  ...notices,
  ...messages,
  ...onBehalf,
  ...open311,
  ...openLists,
  ...organisationServices,
  ...outside,
  ...pictureCheck,
  ...publicAnswers,
  ...requests,
  ...routing,
} as const
