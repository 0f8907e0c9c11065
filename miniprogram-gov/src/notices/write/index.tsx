export { WritePage as default } from '@/features/notices/WritePage'
