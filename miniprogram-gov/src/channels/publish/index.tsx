export { PublishPage as default } from '@/features/channels/PublishPage'
