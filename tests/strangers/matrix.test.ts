import { allRoutes, mintChannelId, mintFileId, mintRequestId, mintStepKey, type Route } from '@zmht/shared/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type RawAnswer, type World } from '../world'
import { type Content, type Scene, setTheScene } from './calls'
import { type Stranger, strangers, tokensOfStrangers } from './strangers'

/** `200`, or a refusal's status and problem code. */
type Outcome =
  | '200'
  | '401 unauthenticated'
  | '401 session-revoked'
  | '403 forbidden'
  | '403 outside-territory'
  | '403 not-delegate'
  | '404 not-found'
  | '409 step-not-allowed'
  | '422 invalid'
type Row = Readonly<Record<Stranger, Outcome>>

const yes = '200'
const no = '403 forbidden'
const outside = '403 outside-territory'
const hidden = '404 not-found'

/** Without a session of ours in force nothing is answered; another system's token is no session. */
const nobody = {
  anonymous: '401 unauthenticated',
  expired: '401 unauthenticated',
  unsigned: '401 unauthenticated',
  wrongKey: '401 unauthenticated',
  signedOut: '401 session-revoked',
  client: '401 unauthenticated',
} as const

const everyStranger = (outcome: Outcome): Row => Object.fromEntries(strangers.map((one) => [one, outcome])) as Row // every stranger is there
const anyone: Row = everyStranger(yes)
/** Another system with its own token, nobody else: a person is none. */
const clientsOnly: Row = { ...everyStranger('401 unauthenticated'), client: yes }
const signedIn: Row = { ...anyone, ...nobody }
const residents = { owner: no, otherResident: no, guardian: no } as const
/** Whoever holds a post, on whatever duty; who is on leave holds none. */
const anyPost: Row = { ...signedIn, ...residents, onLeave: no }
/** What a post's roles give: who is on no duty there, and who watches over permissions, has none of it. */
const officialsOnly: Row = { ...anyPost, otherDuty: no, auditor: no }
const residentsOnly: Row = { ...everyStranger(no), ...nobody, owner: yes, otherResident: yes, guardian: yes }
/** What is theirs: for another resident it does not exist, though they act for the owner. */
const ownerOnly: Row = { ...residentsOnly, otherResident: hidden, guardian: hidden }
const workersOnly: Row = { ...officialsOnly, subdistrict: no, district: no, city: no }
/** The people of a community are its own workers' business: not its neighbours', the tiers' above, nor who left for there yesterday. */
const ownWorkerOnly: Row = { ...workersOnly, neighbourWorker: outside, transferred: outside, datongWorker: outside }
/** An organisation's are its delegates': nobody else's, whoever else they act for. */
const delegatesOnly: Row = { ...residentsOnly, otherResident: '403 not-delegate', guardian: '403 not-delegate' }
/** Numbers and set-ups are seen by the tiers above, never from beside. */
const ownWorkerAndAbove: Row = {
  ...officialsOnly,
  neighbourWorker: outside,
  transferred: outside,
  datongWorker: outside,
}
/** A ledger is known to whoever has to do with a place it covers: elsewhere there is none. */
const unknownElsewhere = { neighbourWorker: hidden, transferred: hidden, datongWorker: hidden } as const
/** What a worker has sent or taken out: for anybody else there is none. */
const ownSheets: Row = { ...workersOnly, ...unknownElsewhere }
/** Whoever undertakes anything may ask; what was not given to their organisation there is not. */
const sharers: Row = {
  ...workersOnly,
  worker: hidden,
  neighbourWorker: hidden,
  transferred: hidden,
  datongWorker: hidden,
  otherDuty: hidden,
}
const organisersOnly: Row = { ...officialsOnly, city: no }
/** A channel is changed by the organisation it belongs to alone. */
const ownOrganisationOnly: Row = { ...ownWorkerAndAbove, subdistrict: no, district: no, city: no }
/** An organisation's own people alone, whatever stands above or beside. */
const ownPeopleOnly: Row = {
  ...officialsOnly,
  neighbourWorker: no,
  transferred: no,
  datongWorker: no,
  subdistrict: no,
  district: no,
  city: no,
}
/** Those who publish in the place and the tiers above, as far as they publish anything. */
const ownOrganisersOrAbove: Row = { ...ownWorkerAndAbove, city: no }
/** Notices are approved by the tiers above the workers. */
const approversOnly: Row = {
  ...officialsOnly,
  worker: no,
  neighbourWorker: no,
  transferred: no,
  datongWorker: no,
}
/** Places, duties and grids, and who is on which post, are kept by the tiers above within their own places. */
const ownOrganisersOnly: Row = {
  ...officialsOnly,
  worker: no,
  neighbourWorker: no,
  transferred: no,
  datongWorker: no,
}
const cityKeeperOnly: Row = { ...ownOrganisersOnly, subdistrict: no, district: no }
const wholeCityOnly: Row = {
  ...officialsOnly,
  worker: outside,
  neighbourWorker: outside,
  transferred: outside,
  subdistrict: outside,
  district: outside,
  datongWorker: outside,
}
/** Who may do what is asked by who keeps posts or permissions, and by who watches over them. */
const lookingUp: Row = { ...ownOrganisersOnly, auditor: yes }
const auditorsOnly: Row = { ...cityKeeperOnly, city: no, auditor: yes }

/** The knowledge system is reviewed by districts and published by cities, so that nobody does both. */
const knowledgeReviewerOnly: Row = { ...cityKeeperOnly, district: yes, city: no }

/** An ask for data, and what came of it, is told to both its sides: to anybody else there is none. */
const bothSides: Row = {
  ...anyPost,
  neighbourWorker: hidden,
  transferred: hidden,
  datongWorker: hidden,
  otherDuty: hidden,
  auditor: hidden,
  subdistrict: hidden,
  city: hidden,
}
/** Data of a district is offered and sent down by the district. */
const districtOnly: Row = {
  ...officialsOnly,
  worker: outside,
  neighbourWorker: outside,
  transferred: outside,
  datongWorker: outside,
  subdistrict: outside,
  city: no,
}

/** What each stranger is answered when everything but who they are is in order. */
const expected: Readonly<Record<string, Row>> = {
  'hierarchy.roots': signedIn,
  'hierarchy.byCode': signedIn,
  'hierarchy.place': signedIn,
  'hierarchy.children': signedIn,
  'hierarchy.subtree': anyPost,
  'hierarchy.importProvince': cityKeeperOnly,
  'hierarchy.importProgress': cityKeeperOnly,
  'hierarchy.resolve': signedIn,
  'hierarchy.search': signedIn,
  'hierarchy.parse': signedIn,
  'hierarchy.mentions': signedIn,
  'hierarchy.dictionary': signedIn,
  'hierarchy.dictionaryPart': signedIn,
  'hierarchy.counts': anyPost,
  'hierarchy.history': anyPost,
  'hierarchy.consequences': ownOrganisersOnly,
  'hierarchy.operate': ownOrganisersOnly,
  'hierarchy.operation': anyPost,
  'hierarchy.previewMint': ownOrganisersOnly,
  'hierarchy.mint': ownOrganisersOnly,
  'hierarchy.mintProgress': ownOrganisersOnly,
  'hierarchy.segments': signedIn,
  'hierarchy.setSegments': ownOrganisersOnly,
  'hierarchy.at': signedIn,
  'hierarchy.boundary': signedIn,
  'hierarchy.setBoundary': ownOrganisersOnly,
  'hierarchy.boundaries': anyPost,
  'hierarchy.overlaps': anyPost,
  'hierarchy.removeBoundary': ownOrganisersOnly,
  'permissions.signInByWechat': anyone,
  'permissions.sendPhoneCode': anyone,
  'permissions.signInByPhone': anyone,
  'permissions.refreshSession': anyone,
  'permissions.me': signedIn,
  'permissions.wechatPhone': signedIn,
  'permissions.consent': residentsOnly,
  'permissions.setHome': residentsOnly,
  'permissions.removeHome': residentsOnly,
  'permissions.organisation': anyPost,
  'permissions.organisationDuties': anyPost,
  'permissions.duties': anyPost,
  'permissions.duty': anyPost,
  'permissions.setDuty': ownOrganisersOnly,
  'permissions.endDuty': ownOrganisersOnly,
  'permissions.grids': anyPost,
  'permissions.gridsAt': anyPost,
  'permissions.gridCoverage': anyPost,
  'permissions.grid': anyPost,
  'permissions.saveGrid': ownOrganisersOnly,
  'permissions.endGrid': ownOrganisersOnly,
  'permissions.directory': anyPost,
  'permissions.searchDirectory': anyPost,
  'permissions.saveOrganisation': ownOrganisersOnly,
  'permissions.savePost': ownOrganisersOnly,
  'permissions.mergeOrganisation': ownOrganisersOnly,
  'permissions.organisationHistory': anyPost,
  'permissions.handover': anyPost,
  'permissions.saveHandover': ownOrganisersOnly,
  'permissions.official': anyPost,
  'permissions.personnel': ownOrganisersOnly,
  'permissions.postCatalogue': anyPost,
  'permissions.saveCataloguePost': cityKeeperOnly,
  'permissions.previewDirectoryImport': ownOrganisersOnly,
  'permissions.importDirectory': ownOrganisersOnly,
  // Of whoever started it alone.
  'permissions.directoryImport': { ...ownOrganisersOnly, district: hidden, city: hidden },
  'permissions.grants': lookingUp,
  'permissions.grant': lookingUp,
  'permissions.previewGrant': cityKeeperOnly,
  'permissions.saveGrant': cityKeeperOnly,
  'permissions.withdrawGrant': cityKeeperOnly,
  'permissions.approveGrant': cityKeeperOnly,
  // Everybody may ask about themself.
  'permissions.accessOfOfficial': { ...lookingUp, worker: yes, owner: hidden, otherResident: hidden, guardian: hidden },
  'permissions.whoMay': lookingUp,
  'permissions.accessTo': lookingUp,
  'permissions.accessOfOrganisation': lookingUp,
  'permissions.why': lookingUp,
  'permissions.accessToken': anyone,
  'permissions.evaluation': clientsOnly,
  'permissions.evaluations': clientsOnly,
  'permissions.searchSubject': clientsOnly,
  'permissions.searchResource': clientsOnly,
  'permissions.searchAction': clientsOnly,
  'permissions.clients': cityKeeperOnly,
  'permissions.makeClient': cityKeeperOnly,
  'permissions.issuers': cityKeeperOnly,
  'permissions.saveIssuer': cityKeeperOnly,
  'permissions.exchangeNonce': anyone,
  // Whoever they are: it is asked of the token.
  'permissions.exchangeToken': everyStranger('401 unauthenticated'),
  'permissions.endClient': cityKeeperOnly,
  'permissions.looks': residentsOnly,
  'permissions.auditOfOfficial': auditorsOnly,
  'permissions.auditSeals': auditorsOnly,
  'permissions.verifyAudit': auditorsOnly,
  'ledgers.charges': residentsOnly,
  'ledgers.askCharge': ownerOnly,
  'ledgers.endCharge': { ...ownWorkerOnly, owner: yes, otherResident: hidden, guardian: hidden },
  'ledgers.askedCharges': workersOnly,
  'ledgers.decideCharge': ownWorkerOnly,
  'knowledge.releases': signedIn,
  'knowledge.prose': anyPost,
  'knowledge.uses': anyPost,
  'knowledge.proposals': anyPost,
  'knowledge.proposal': anyPost,
  'knowledge.propose': officialsOnly,
  'knowledge.check': officialsOnly,
  'knowledge.review': knowledgeReviewerOnly,
  'knowledge.countFacts': knowledgeReviewerOnly,
  'knowledge.publish': cityKeeperOnly,
  'ledgers.mine': residentsOnly,
  'ledgers.tell': residentsOnly,
  'ledgers.people': workersOnly,
  'ledgers.entity': ownWorkerOnly,
  'ledgers.undecided': workersOnly,
  'ledgers.history': ownWorkerOnly,
  'ledgers.decide': ownWorkerOnly,
  'ledgers.list': officialsOnly,
  'ledgers.ledger': { ...officialsOnly, ...unknownElsewhere },
  'ledgers.save': { ...ownWorkerAndAbove, city: no },
  'ledgers.end': ownOrganisationOnly,
  'ledgers.rows': { ...workersOnly, ...unknownElsewhere },
  'ledgers.sifted': { ...workersOnly, ...unknownElsewhere },
  'ledgers.mapped': { ...workersOnly, ...unknownElsewhere },
  'ledgers.views': { ...officialsOnly, ...unknownElsewhere },
  'ledgers.saveViews': { ...officialsOnly, ...unknownElsewhere },
  'ledgers.putIn': ownWorkerOnly,
  'ledgers.takeOut': ownWorkerOnly,
  'ledgers.measured': ownWorkerAndAbove,
  'ledgers.previewMeasure': ownOrganisationOnly,
  'ledgers.startSearch': ownSheets,
  'ledgers.foundRows': ownSheets,
  'ledgers.search': workersOnly,
  'ledgers.enter': ownWorkerOnly,
  'ledgers.correct': ownWorkerOnly,
  'ledgers.timeline': ownWorkerOnly,
  'ledgers.graph': ownWorkerOnly,
  'ledgers.answerable': ownWorkerOnly,
  'ledgers.unanswered': ownWorkerOnly,
  'ledgers.unansweredCounts': ownWorkerAndAbove,
  'ledgers.supervision': anyPost,
  'ledgers.setSupervision': ownOrganisersOnly,
  'ledgers.merges': ownWorkerOnly,
  'ledgers.split': ownWorkerOnly,
  'ledgers.duplicates': workersOnly,
  'ledgers.tellDuplicate': ownWorkerOnly,
  'ledgers.findDuplicates': ownWorkerOnly,
  'ledgers.duplicateSearch': ownSheets,
  'ledgers.freshness': ownWorkerAndAbove,
  'ledgers.dueRows': { ...workersOnly, ...unknownElsewhere },
  'ledgers.confirm': ownWorkerOnly,
  'ledgers.due': residentsOnly,
  'ledgers.confirmMine': residentsOnly,
  'ledgers.edits': ownSheets,
  'ledgers.startEdit': ownSheets,
  'ledgers.imports': ownSheets,
  'ledgers.newImport': ownSheets,
  'ledgers.sheetImport': ownSheets,
  'ledgers.readSheet': ownSheets,
  'ledgers.mapColumns': ownSheets,
  'ledgers.importRows': ownSheets,
  'ledgers.startImport': ownSheets,
  'ledgers.cancelImport': ownSheets,
  'ledgers.undoImport': ownSheets,
  'ledgers.wrongSheet': ownSheets,
  'ledgers.exportRows': ownSheets,
  'ledgers.exportProgress': ownSheets,
  'ledgers.exportFile': ownSheets,
  'ledgers.dataSets': anyPost,
  // To those below it is offered, to nobody else.
  'ledgers.dataSet': { ...anyPost, datongWorker: hidden, city: hidden, auditor: hidden, otherDuty: hidden },
  'ledgers.offerDataSet': districtOnly,
  'ledgers.deliverSheet': districtOnly,
  'ledgers.provisions': anyPost,
  'ledgers.provision': bothSides,
  // Nobody asks themself.
  'ledgers.askProvision': { ...officialsOnly, datongWorker: hidden, city: no, district: '422 invalid' },
  'ledgers.decideProvision': { ...bothSides, worker: no, onLeave: hidden },
  'ledgers.endProvision': bothSides,
  // The post it was given to, not who gave it.
  'ledgers.provisionRows': { ...everyStranger(no), ...nobody, worker: yes },
  'ledgers.holdings': ownWorkerAndAbove,
  'ledgers.choices': signedIn,
  'tasks.saveTask': ownOrganisationOnly,
  'tasks.recogniseRows': ownOrganisationOnly,
  'tasks.saveListPart': ownOrganisationOnly,
  // What is given to an organisation is listed to whoever undertakes it there: of what was given to others there is nothing in it.
  'tasks.givenItems': { ...workersOnly, otherDuty: yes },
  'tasks.givenTo': { ...workersOnly, otherDuty: yes },
  'tasks.shareItems': sharers,
  'tasks.changeTask': ownOrganisationOnly,
  'tasks.amendTask': ownOrganisationOnly,
  // Whose posts have no place has to do with none.
  'tasks.previewTask': { ...officialsOnly, ...unknownElsewhere, otherDuty: hidden, onLeave: hidden },
  'tasks.task': { ...officialsOnly, ...unknownElsewhere, otherDuty: hidden, onLeave: hidden },
  'tasks.tasksAt': officialsOnly,
  'tasks.taskCounts': ownWorkerAndAbove,
  'tasks.items': workersOnly,
  'tasks.item': ownWorkerOnly,
  'tasks.itemFile': ownWorkerOnly,
  'tasks.moveItem': ownWorkerOnly,
  'tasks.answerItem': ownWorkerOnly,
  'tasks.pack': workersOnly,
  'tasks.colleagues': ownWorkerOnly,
  'tasks.handOver': ownWorkerOnly,
  'tasks.heldItems': workersOnly,
  'tasks.itemsAbout': workersOnly,
  'tasks.itemsToRule': organisersOnly,
  'tasks.ownItems': residentsOnly,
  'tasks.ownItem': ownerOnly,
  'tasks.ownItemFile': ownerOnly,
  'tasks.answerOwnItem': ownerOnly,
  'tasks.givenBack': ownOrganisationOnly,
  'tasks.returnItems': ownOrganisationOnly,
  'tasks.units': ownWorkerAndAbove,
  'tasks.unit': ownWorkerAndAbove,
  'tasks.unitContact': ownWorkerAndAbove,
  'tasks.unitReport': ownWorkerAndAbove,
  // A unit acts for itself; it is urged from above.
  'tasks.passUnit': ownOrganisationOnly,
  'tasks.reportUnit': ownOrganisationOnly,
  'tasks.urgeUnit': { ...ownWorkerAndAbove, worker: no, city: no },
  'tasks.taskMeasures': ownWorkerAndAbove,
  'tasks.keptMeasures': officialsOnly,
  // Each for their own organisation.
  'tasks.keepMeasure': organisersOnly,
  'tasks.dropMeasure': organisersOnly,
  'tasks.comparedMeasure': officialsOnly,
  'tasks.taskSheet': { ...officialsOnly, ...unknownElsewhere, otherDuty: hidden, onLeave: hidden },
  'tasks.attachSheet': ownOrganisationOnly,
  'tasks.detachSheet': ownOrganisationOnly,
  'tasks.exportTask': ownWorkerAndAbove,
  'tasks.work': workersOnly,
  'tasks.myWork': workersOnly,
  'applications.saveApplication': { ...ownWorkerAndAbove, city: no },
  'applications.changeApplication': ownOrganisationOnly,
  'applications.application': ownWorkerAndAbove,
  'applications.applications': officialsOnly,
  'applications.applicationVersion': ownWorkerAndAbove,
  'applications.applicationFile': { ...ownWorkerAndAbove, city: no },
  'applications.readApplicationFile': organisersOnly,
  'applications.runs': ownWorkerAndAbove,
  'applications.retryRun': ownOrganisationOnly,
  'channels.create': organisersOnly,
  'channels.revise': ownOrganisationOnly,
  'channels.publish': ownOrganisationOnly,
  'channels.close': ownOrganisationOnly,
  'channels.channel': ownWorkerAndAbove,
  'channels.pause': ownOrganisationOnly,
  'channels.resume': ownOrganisationOnly,
  'channels.visitLinked': ownerOnly,
  'channels.linkConsents': residentsOnly,
  'channels.withdrawLinkConsent': ownerOnly,
  'channels.linkKeys': anyone,
  'channels.linkState': ownWorkerAndAbove,
  'channels.renewLinkSecret': ownOrganisationOnly,
  // Whoever they are: it is asked of the signature.
  'channels.answerLinked': everyStranger('401 unauthenticated'),
  // To whoever may not read it, and with whom it is not shared, it does not exist.
  'channels.clone': { ...organisersOnly, ...unknownElsewhere },
  'channels.sharedChannels': organisersOnly,
  'channels.slotsLeft': ownerOnly,
  'channels.channelSlots': ownWorkerAndAbove,
  'channels.rebook': ownerOnly,
  'channels.list': officialsOnly,
  'channels.counts': ownWorkerAndAbove,
  'channels.burden': ownWorkerAndAbove,
  'channels.statistics': ownWorkerAndAbove,
  'overview.board': ownWorkerAndAbove,
  'overview.mark': ownWorkerAndAbove,
  'overview.course': ownWorkerAndAbove,
  'overview.late': ownWorkerAndAbove,
  'overview.responsible': ownWorkerAndAbove,
  'overview.burdenAt': ownWorkerAndAbove,
  'overview.sendWords': ownWorkerAndAbove,
  // Words are to whoever holds an office, whatever they may read: nobody leads a resident.
  'overview.ownWords': { ...signedIn, ...residents },
  'overview.readWords': { ...everyStranger(hidden), ...nobody, ...residents },
  'overview.chooseMeasures': officialsOnly,
  'overview.digest': officialsOnly,
  'overview.switchDigest': ownWorkerAndAbove,
  'channels.requests': workersOnly,
  'channels.services': residentsOnly,
  'channels.service': ownerOnly,
  'channels.submit': ownerOnly,
  'channels.organisationServices': residentsOnly,
  'channels.organisationService': delegatesOnly,
  'channels.submitForOrganisation': delegatesOnly,
  'channels.organisationRequests': delegatesOnly,
  'channels.newFile': signedIn,
  'channels.file': { ...ownWorkerOnly, owner: yes, otherResident: hidden, guardian: hidden },
  'channels.vouchForPicture': ownWorkerOnly,
  'channels.pictureChecks': residentsOnly,
  'channels.readAppeal': residentsOnly,
  'channels.proposeRouting': ownWorkerOnly,
  'channels.myRequests': residentsOnly,
  'channels.request': { ...ownWorkerOnly, owner: yes, otherResident: hidden, guardian: hidden },
  'channels.wholeRequest': ownWorkerOnly,
  'channels.requestProposal': ownWorkerOnly,
  'channels.keptAnswer': ownWorkerOnly,
  // It is not closed yet, and nothing was made public.
  'channels.publishAnswer': { ...ownWorkerOnly, worker: '409 step-not-allowed' },
  'channels.withdrawAnswer': { ...ownWorkerOnly, worker: hidden },
  'channels.publicAnswers': ownerOnly,
  'channels.openHere': ownWorkerOnly,
  'channels.openGiven': { ...workersOnly, otherDuty: yes },
  'channels.desk': { ...workersOnly, otherDuty: yes },
  'channels.overseen': organisersOnly,
  'channels.consents': { ...workersOnly, otherDuty: yes },
  'channels.consent': { ...workersOnly, ...unknownElsewhere, otherDuty: hidden },
  'channels.step': ownWorkerOnly,
  'channels.steps': ownWorkerOnly,
  'channels.likeRequests': ownWorkerOnly,
  'channels.requestCase': ownWorkerOnly,
  'channels.joinCase': ownWorkerOnly,
  'channels.leaveCase': ownWorkerOnly,
  'channels.handOut': ownWorkerOnly,
  'channels.errands': ownWorkerOnly,
  'channels.errandTakers': ownWorkerOnly,
  'channels.likeAppeals': residentsOnly,
  'channels.behalfServices': workersOnly,
  'channels.behalfForm': ownWorkerOnly,
  'channels.submitOnBehalf': ownWorkerOnly,
  'channels.ownStep': ownerOnly,
  'channels.notices': officialsOnly,
  'channels.awaitingNotices': approversOnly,
  'channels.fenceReach': ownOrganisersOrAbove,
  'channels.saveNotice': ownOrganisersOrAbove,
  'channels.notice': { ...officialsOnly, ...unknownElsewhere, otherDuty: hidden, onLeave: hidden, auditor: no },
  'channels.publishNotice': ownOrganisationOnly,
  'channels.judgeNotice': approversOnly,
  'channels.callOffNotice': ownOrganisationOnly,
  // Whoever may approve there may put right what is out, where they write notices at all.
  'channels.correctNotice': ownOrganisersOrAbove,
  'channels.withdrawNotice': ownOrganisersOrAbove,
  'channels.noticeFile': { ...officialsOnly, ...unknownElsewhere, otherDuty: hidden, onLeave: hidden },
  'channels.noticeNumbers': ownWorkerAndAbove,
  'channels.noticeReceipts': ownWorkerAndAbove,
  'channels.listUnread': ownOrganisationOnly,
  'channels.unread': { ...officialsOnly, ...unknownElsewhere, otherDuty: hidden, onLeave: hidden },
  'channels.resendNotice': ownOrganisationOnly,
  'channels.visitUnread': ownOrganisersOrAbove,
  'channels.communityPages': ownerOnly,
  'channels.communityEntry': { ...ownWorkerAndAbove, owner: yes, otherResident: hidden, guardian: hidden },
  'channels.communityFile': { ...ownWorkerAndAbove, owner: yes, otherResident: hidden, guardian: hidden },
  'channels.keptCommunityPage': ownWorkerAndAbove,
  'channels.saveCommunityEntry': ownOrganisersOrAbove,
  'channels.withdrawCommunityEntry': ownOrganisersOrAbove,
  'channels.orderCommunityPage': ownOrganisersOrAbove,
  'channels.messages': residentsOnly,
  // Whoever acts for the owner receives for them.
  'channels.openMessage': { ...ownerOnly, guardian: yes },
  'channels.answerMessage': { ...ownerOnly, guardian: yes },
  'channels.messageFile': { ...ownerOnly, guardian: yes },
  'channels.news': anyone,
  'channels.hooks': clientsOnly,
  'channels.saveHook': clientsOnly,
  'channels.rotateHook': clientsOnly,
  'channels.replayHook': clientsOnly,
  'channels.clientHooks': cityKeeperOnly,
  'channels.keepHook': cityKeeperOnly,
  'channels.takeOrders': cityKeeperOnly,
  'channels.connection': cityKeeperOnly,
  'channels.orderServices': cityKeeperOnly,
  'channels.renewHookSecret': cityKeeperOnly,
  'channels.resendHook': cityKeeperOnly,
  'channels.makeOpen311Key': cityKeeperOnly,
  'channels.endOpen311Keys': cityKeeperOnly,
  'channels.openServices': officialsOnly,
  'channels.openToSystems': ownOrganisationOnly,
  // What a whole city's workers decided is for whoever reads the numbers of all of it.
  'channels.corrections': wholeCityOnly,
  'channels.putOrder': clientsOnly,
  'channels.order': clientsOnly,
  'overview.found': anyPost,
  'overview.home': anyPost,
  'overview.seeNews': anyPost,
  'overview.arrangeMyHome': anyPost,
  // How an organisation's posts see their pages is its own organisers' to say.
  'overview.rolePages': ownPeopleOnly,
  'overview.arrangeRole': ownPeopleOnly,
  // Last: it ends the sessions of all the others.
  'permissions.signOut': signedIn,
}

const nameOf = ({ slice, name }: Route): string => `${slice}.${name}`
const routes = new Map(allRoutes.map((route) => [nameOf(route), route]))

let world: World
let tokens: Readonly<Record<Stranger, string | undefined>>
let scene: Scene

beforeAll(async () => {
  world = await aWorld()
  tokens = await tokensOfStrangers(world)
  scene = await setTheScene(world, tokens)
})
afterAll(() => world.stop())

async function call(route: Route, stranger: Stranger, { params = {}, query = {}, body }: Content): Promise<RawAnswer> {
  const path = route.path.replace(/\{(\w+)\}/g, (_match, name: string) => params[name] ?? '')
  const search = new URLSearchParams(query).toString()
  const token = tokens[stranger]
  return world.send({
    method: route.method,
    path: search === '' ? path : `${path}?${search}`,
    ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: body ?? {} }),
    ...(token === undefined ? {} : { token }),
  })
}

const outcomeOf = ({ status, body }: RawAnswer): string => {
  const { code } = body as { code?: string } // a problem document, or a reply
  return status === 200 ? '200' : `${status} ${code}`
}

function routeNamed(name: string): Route {
  const route = routes.get(name)
  if (route === undefined) throw new Error(`the contract has no route ${name}`)
  return route
}

/** Who calls these is told by what they signed, not by a session. */
const bySignature: ReadonlySet<string> = new Set(['channels.answerLinked', 'permissions.exchangeToken'])

describe('the table of strangers', () => {
  test('has a row for every endpoint of the contract and for no other', () => {
    expect(Object.keys(expected).sort()).toEqual([...routes.keys()].sort())
    expect(Object.keys(scene.calls).sort()).toEqual([...routes.keys()].sort())
  })

  test('lets nobody in without a session of ours but where anyone may call', () => {
    for (const [name, { needs }] of routes) {
      const row: Partial<Row> = expected[name] ?? {}
      const open = needs.who === 'anyone' && !bySignature.has(name)
      // A person's session is nothing to an endpoint for other systems, in force or not.
      const shut = needs.who === 'client' || bySignature.has(name) ? { ...nobody, signedOut: nobody.anonymous } : nobody
      for (const stranger of ['anonymous', 'expired', 'unsigned', 'wrongKey', 'signedOut'] as const)
        expect({ name, stranger, outcome: row[stranger] }).toEqual({
          name,
          stranger,
          outcome: open ? yes : shut[stranger],
        })
    }
  })

  test('keeps residents from what is for officials, and officials from what is for residents', () => {
    for (const [name, { needs }] of routes) {
      const row = expected[name]
      const shut =
        needs.who === 'official'
          ? (['owner', 'otherResident', 'guardian'] as const)
          : needs.who === 'resident'
            ? (['worker', 'city'] as const)
            : []
      for (const stranger of shut)
        expect({ name, stranger, outcome: row?.[stranger] }).toEqual({ name, stranger, outcome: no })
    }
  })
})

describe('what is somebody else’s', () => {
  const aStep = () => ({ key: mintStepKey() })
  const note = '请看一下'
  test.each<[string, (ids: { channelId: string; requestId: string; fileId: string }) => Content]>([
    ['channels.service', ({ channelId }) => ({ params: { channelId } })],
    ['channels.request', ({ requestId }) => ({ params: { requestId } })],
    ['channels.file', ({ fileId, requestId }) => ({ params: { fileId }, query: { request: requestId } })],
    ['channels.ownStep', ({ requestId }) => ({ params: { requestId }, body: { action: 'add', ...aStep(), note } })],
    ['channels.step', ({ requestId }) => ({ params: { requestId }, body: { action: 'claim', ...aStep() } })],
  ])('%s answers a resident to the letter as if it did not exist', async (name, content) => {
    const route = routeNamed(name)
    const theirs = await call(route, 'otherResident', content(scene))
    const nothing = await call(
      route,
      'otherResident',
      content({ channelId: mintChannelId(), requestId: mintRequestId(), fileId: mintFileId() }),
    )
    expect(theirs).toEqual(nothing)
    expect(theirs.status).toBeGreaterThanOrEqual(400)
  })

  test.each(['neighbourWorker', 'datongWorker'] as const)('is in no list of the %s', async (stranger) => {
    for (const name of ['channels.requests', 'channels.list', 'tasks.work', 'ledgers.people']) {
      const content = name === 'channels.requests' ? { params: { channelId: scene.channelId } } : {}
      const { status, body } = await call(routeNamed(name), stranger, content)
      expect({ name, status }).toEqual({ name, status: 200 })
      const listed = JSON.stringify(body)
      for (const id of [scene.channelId, scene.requestId, scene.entityId]) expect(listed).not.toContain(id)
    }
  })
})

describe('every endpoint, called by every stranger', () => {
  test.each(Object.entries(expected))('%s answers each as the table says', async (name, row) => {
    const route = routeNamed(name)
    const actual: Record<string, string> = {}
    const refusedFirst = [...strangers].sort((one, other) => Number(row[one] === yes) - Number(row[other] === yes))
    for (const stranger of refusedFirst) {
      const content = await scene.calls[name]?.(stranger)
      actual[stranger] = outcomeOf(await call(route, stranger, content ?? {}))
    }
    expect(actual).toEqual(row)
  })
})
