export default definePageConfig({ navigationBarTitleText: '两个人都填了' })
