export { ApartPage as default } from '@/features/duplicates/ApartPage'
