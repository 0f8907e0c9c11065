/** The rooms and who may import whom. Each rule is a sentence of docs/decisions/0001. */
const slices = ['hierarchy', 'permissions', 'knowledge', 'ledgers', 'tasks', 'channels', 'applications', 'overview']

/** Slices see each other only backwards, and only through index.ts. */
const sliceRules = slices.flatMap((slice, position) => [
  {
    name: `${slice}-looks-only-backwards`,
    comment: 'hierarchy ← permissions ← knowledge ← ledgers ← tasks ← channels ← applications ← overview',
    severity: 'error',
    from: { path: `^functions/${slice}/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^functions/(${slices.slice(position + 1).join('|') || 'none'})/` },
  },
  {
    name: `${slice}-is-entered-by-its-door`,
    comment: 'other slices read a slice through its index.ts only',
    severity: 'error',
    from: { path: `^functions/(${slices.filter((one) => one !== slice).join('|')})/` },
    to: { path: `^functions/${slice}/`, pathNot: `^functions/${slice}/index\\.ts$` },
  },
])

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared is pure: it imports no other room and no Node built-in',
      severity: 'error',
      from: {
        path: '^shared/',
        pathNot:
          '(\\.test\\.tsx?|write-openapi\\.ts|^shared/(knowledge|permission)/command\\.ts|^shared/sheets/(command|report|read-workbook|zip)\\.ts|^shared/ui/build/.*)$',
      },
      to: { path: '^(functions|infra|miniprogram-)' },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: {
        path: '^shared/(answerable|applications|contract|knowledge|controls|geo|ledgers|measures|permission|routing|rules|sheets|templates|problems)',
        pathNot:
          '(\\.test\\.tsx?|write-openapi\\.ts|^shared/(knowledge|permission)/command\\.ts|^shared/sheets/(command|report|read-workbook|zip)\\.ts)$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui-is-for-applications',
      comment: 'nothing else in shared imports shared/ui',
      severity: 'error',
      from: { path: '^shared/(?!ui/)' },
      to: { path: '^shared/ui/' },
    },
    {
      name: 'applications-see-shared-only',
      severity: 'error',
      from: { path: '^miniprogram-(resident|gov)/' },
      to: { path: '^(functions|infra)/' },
    },
    {
      name: 'applications-are-apart',
      severity: 'error',
      from: { path: '^miniprogram-resident/' },
      to: { path: '^miniprogram-gov/' },
    },
    {
      name: 'applications-are-apart-too',
      severity: 'error',
      from: { path: '^miniprogram-gov/' },
      to: { path: '^miniprogram-resident/' },
    },
    ...sliceRules,
    {
      name: 'platform-knows-no-slice',
      severity: 'error',
      from: { path: '^functions/platform/' },
      to: { path: `^functions/(${slices.join('|')}|entries|local)/` },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports only shared and domain; types of its own slice are free',
      severity: 'error',
      from: { path: '^functions/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(shared/|functions/[^/]+/domain/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-stores-and-platform-touch-the-sdk',
      severity: 'error',
      from: { path: `^functions/(${slices.join('|')})/`, pathNot: '\\.store\\.ts$' },
      to: { path: 'node_modules/(@aws-sdk|electrodb)' },
    },
    {
      name: 'nothing-imports-local',
      severity: 'error',
      from: { path: '^(functions/(?!local/)|shared/|infra/(?!test/)|miniprogram-)' },
      to: { path: '^functions/local/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules|cdk\\.out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
