export { DuplicatesPage as default } from '@/features/duplicates/DuplicatesPage'
