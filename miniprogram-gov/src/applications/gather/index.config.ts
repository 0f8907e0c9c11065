export default definePageConfig({ navigationBarTitleText: '从现有的组成' })
