export { EditPage as default } from '@/features/applications/EditPage'
