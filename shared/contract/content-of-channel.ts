import type { ChannelContent, ChannelReply } from './channels'

/** @returns a channel's content as its keepers edit it: what is told of it without what the server adds */
export function contentOfChannel(channel: ChannelReply): ChannelContent {
  const { title, summary, category, procedure, promisedDays, form } = channel
  const { audience, parts, booking, link, times, documents, publicAfter, stepDays, shared, for: whom } = channel
  return {
    ...{ title, summary, category, procedure, promisedDays, form },
    ...(whom === undefined ? {} : { for: whom }),
    ...(audience === undefined ? {} : { audience }),
    ...(parts === undefined ? {} : { parts: parts.map(({ organisation, part }) => ({ organisation, part })) }),
    ...(booking === undefined ? {} : { booking }),
    ...(link === undefined ? {} : { link }),
    ...(times === undefined ? {} : { times }),
    ...(documents === undefined ? {} : { documents }),
    ...(publicAfter === undefined ? {} : { publicAfter }),
    ...(stepDays === undefined ? {} : { stepDays }),
    ...(shared === undefined ? {} : { shared }),
  }
}
