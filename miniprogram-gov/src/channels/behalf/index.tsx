export { BehalfPage as default } from '@/features/behalf/BehalfPage'
