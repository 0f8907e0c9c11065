export { PublishedPage as default } from '@/features/channels/PublishedPage'
