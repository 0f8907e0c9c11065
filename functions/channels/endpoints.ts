import { channelRoutes as routes } from '@zmht/shared/contract'
import { open311Routes, wechatRoutes } from '@zmht/shared/contract/foreign'
import { later } from '../platform/endpoint/endpoint'
import { foreign } from '../platform/endpoint/foreign'

/** What a call needs is loaded when it is asked for. What stands in so many words comes before what has a parameter in its place. */
export const endpoints = [
  ...foreign(open311Routes, async () => (await import('./open311/answer')).answer),
  ...foreign(wechatRoutes, async () => (await import('./picture-check/push')).answer),
  ...later([routes.openServices, routes.openToSystems], () => import('./open311/handlers/services')),
  ...later(
    [
      routes.connection,
      routes.orderServices,
      routes.renewHookSecret,
      routes.resendHook,
      routes.makeOpen311Key,
      routes.endOpen311Keys,
    ],
    () => import('./open311/handlers/connections'),
  ),
  ...later([routes.corrections], () => import('./routing/handlers')),
  ...later(
    [routes.likeRequests, routes.requestCase, routes.joinCase, routes.leaveCase, routes.likeAppeals],
    () => import('./cases/handlers'),
  ),
  ...later([routes.behalfServices, routes.behalfForm, routes.submitOnBehalf], () => import('./behalf/handlers')),
  ...later([routes.handOut, routes.errands, routes.errandTakers], () => import('./errands/handlers')),
  ...later([routes.clone, routes.pause, routes.resume, routes.sharedChannels], () => import('./handlers/care')),
  ...later([routes.channelSlots, routes.rebook, routes.slotsLeft], () => import('./handlers/slots')),
  ...later(
    [routes.create, routes.revise, routes.publish, routes.close, routes.channel, routes.list],
    () => import('./handlers/channels'),
  ),
  ...later(
    [
      routes.communityPages,
      routes.communityEntry,
      routes.communityFile,
      routes.keptCommunityPage,
      routes.saveCommunityEntry,
      routes.withdrawCommunityEntry,
      routes.orderCommunityPage,
    ],
    () => import('./community-page/handlers'),
  ),
  ...later([routes.counts, routes.burden, routes.statistics], () => import('./handlers/statistics')),
  ...later(
    [routes.keptAnswer, routes.publishAnswer, routes.withdrawAnswer, routes.publicAnswers],
    () => import('./public-answers/handlers'),
  ),
  ...later(
    [
      routes.organisationServices,
      routes.organisationService,
      routes.submitForOrganisation,
      routes.organisationRequests,
    ],
    () => import('./for-organisations/handlers'),
  ),
  ...later([routes.services, routes.service], () => import('./handlers/services')),
  ...later([routes.vouchForPicture, routes.pictureChecks], () => import('./picture-check/handlers')),
  ...later([routes.newFile, routes.file], () => import('./handlers/files')),
  ...later([routes.submit], () => import('./handlers/submit')),
  ...later([routes.openHere, routes.openGiven], () => import('./open-lists/handlers')),
  ...later([routes.desk, routes.overseen], () => import('./handlers/desk')),
  ...later([routes.consents, routes.consent], () => import('./handlers/consents')),
  ...later(
    [routes.requests, routes.myRequests, routes.request, routes.wholeRequest],
    () => import('./handlers/requests'),
  ),
  ...later([routes.step, routes.steps, routes.ownStep], () => import('./handlers/steps')),
  ...later([routes.proposeRouting, routes.readAppeal, routes.requestProposal], () => import('./handlers/appeals')),
  ...later(
    [routes.hooks, routes.saveHook, routes.rotateHook, routes.replayHook, routes.clientHooks, routes.keepHook],
    () => import('./outside/handlers/hooks'),
  ),
  ...later(
    [routes.visitLinked, routes.linkConsents, routes.withdrawLinkConsent, routes.linkKeys],
    () => import('./outside/handlers/passing'),
  ),
  ...later([routes.linkState, routes.renewLinkSecret, routes.answerLinked], () => import('./outside/handlers/linked')),
  ...later([routes.takeOrders, routes.putOrder, routes.order], () => import('./outside/handlers/orders')),
  ...later([routes.awaitingNotices, routes.judgeNotice], () => import('./notices/handlers/judging')),
  ...later(
    [
      routes.notices,
      routes.fenceReach,
      routes.saveNotice,
      routes.notice,
      routes.publishNotice,
      routes.callOffNotice,
      routes.correctNotice,
      routes.withdrawNotice,
    ],
    () => import('./notices/handlers/notices'),
  ),
  ...later(
    [routes.noticeFile, routes.noticeNumbers, routes.noticeReceipts],
    () => import('./notices/handlers/following'),
  ),
  ...later(
    [routes.listUnread, routes.unread, routes.resendNotice, routes.visitUnread],
    () => import('./notices/handlers/unread'),
  ),
  ...later(
    [routes.messages, routes.openMessage, routes.answerMessage, routes.messageFile, routes.news],
    () => import('./notices/handlers/messages'),
  ),
]
