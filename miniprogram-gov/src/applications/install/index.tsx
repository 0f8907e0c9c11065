export { InstallPage as default } from '@/features/applications/InstallPage'
