export { BookPage as default } from '@/features/directory/BookPage'
