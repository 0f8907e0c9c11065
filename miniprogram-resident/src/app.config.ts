export default defineAppConfig({
  pages: [
    'pages/services/index',
    'pages/messages/index',
    'pages/me/index',
    'pages/service/index',
    'pages/apply/index',
    'pages/result/index',
    'pages/request/index',
    'pages/facts/index',
    'pages/homes/index',
    'pages/settings/index',
    'pages/privacy/index',
  ],
  window: {
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    navigationBarTitleText: '政民互通',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  // WeChat refuses what is not declared here, and says this to whoever is asked.
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '在表单里标出您说的位置，如积水点、损坏的井盖' } },
  lazyCodeLoading: 'requiredComponents',
})
