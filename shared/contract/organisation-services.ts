import { slotId } from './booking'
import { service, serviceCard } from './channels'
import { routesOf } from './define'
import { answers } from './form'
import { channelId, cursor, entityId, page, requestId } from './parts'
import { request, requestCard } from './requests'
import * as z from './z'

/** What organisations ask for, through whoever the community agreed may act for them. Served by the channels slice. */
const route = routesOf('channels')
const delegate = { who: 'resident', consent: true } as const
const organisation = z.strictObject({ id: entityId, name: z.string(), place: z.string() })
const { home: _home, ...card } = serviceCard.shape

const offered = z.strictObject({
  ...organisation.shape,
  /** Nothing where it is not known where the organisation is. */
  located: z.boolean(),
  services: z.array(z.strictObject(card)),
})
export type OrganisationOfferReply = z.output<typeof offered>

const organisationService = z.strictObject({ ...service.shape, for: organisation })
export type OrganisationServiceReply = z.output<typeof organisationService>

export const organisationServices = {
  organisationServices: route('organisationServices', {
    method: 'GET',
    path: '/organisation-services',
    summary: 'For each organisation I act for, the services offered to organisations where it is',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ items: z.array(offered) }),
  }),
  organisationService: route('organisationService', {
    method: 'GET',
    path: '/organisation-services/{organisation}/services/{channelId}',
    summary:
      'One service with its form, prefilled with what is known of the organisation and of me; 404 unless offered where it is. `version`: the one a draft was begun under',
    needs: delegate,
    params: z.strictObject({ organisation: entityId, channelId }),
    query: z.strictObject({
      version: z.exactOptional(z.string().check(z.regex(/^[1-9]\d{0,5}$/, '表单版本应为整数'))),
    }),
    reply: organisationService,
  }),
  submitForOrganisation: route('submitForOrganisation', {
    method: 'PUT',
    path: '/organisation-services/{organisation}/services/{channelId}/requests/{requestId}',
    summary: 'Asks for a service in the name of an organisation: however often it is sent, it is one request',
    needs: delegate,
    params: z.strictObject({ organisation: entityId, channelId, requestId }),
    body: z.strictObject({
      version: z.int('表单版本应为整数'),
      answers,
      /** The time that is booked, where the service has times. */
      slot: z.exactOptional(slotId),
      notify: z.boolean(),
    }),
    reply: request,
  }),
  organisationRequests: route('organisationRequests', {
    method: 'GET',
    path: '/organisation-services/{organisation}/requests',
    summary: 'What any delegate of an organisation asked for in its name, newest first, 20 a page',
    needs: delegate,
    params: z.strictObject({ organisation: entityId }),
    query: z.strictObject({ cursor }),
    reply: page(requestCard),
  }),
} as const
