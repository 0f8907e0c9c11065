export { ImportPage as default } from '@/features/directory/ImportPage'
