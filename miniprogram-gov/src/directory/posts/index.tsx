export { PostsPage as default } from '@/features/directory/PostsPage'
