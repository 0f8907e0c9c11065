export { ChannelPage as default } from '@/features/channels/ChannelPage'
