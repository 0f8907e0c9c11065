export default definePageConfig({ navigationBarTitleText: '和以往的任务比' })
