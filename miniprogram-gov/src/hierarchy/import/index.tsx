export { ImportPage as default } from '@/features/hierarchy/ImportPage'
