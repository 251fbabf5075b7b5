import { ChannelType } from 'discord-api-types/v10'

/** Threads of every kind. */
export function isThread(type: ChannelType): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.PrivateThread ||
    type === ChannelType.AnnouncementThread
  )
}

/** Whether threads grow from the messages of such a channel. */
export function growsThreads(type: ChannelType): boolean {
  return type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement
}
