export { AskPage as default } from '@/features/provisions/AskPage'
