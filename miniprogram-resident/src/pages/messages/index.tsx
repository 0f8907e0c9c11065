export { MessagesPage as default } from '@/features/requests/MessagesPage'
