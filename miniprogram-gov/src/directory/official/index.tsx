export { OfficialPage as default } from '@/features/directory/OfficialPage'
