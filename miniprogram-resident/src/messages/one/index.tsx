export { NoticePage as default } from '@/features/messages/NoticePage'
