export { WebPage as default } from '@/features/linked/WebPage'
