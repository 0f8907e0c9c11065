export { MutingPage as default } from '@/features/messages/MutingPage'
