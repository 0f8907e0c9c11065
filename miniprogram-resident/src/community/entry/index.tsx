export { EntryPage as default } from '@/features/community/EntryPage'
