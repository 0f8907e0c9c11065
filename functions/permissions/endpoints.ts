import { permissionRoutes as routes } from '@zmht/shared/contract'
import { later } from '../platform/endpoint/endpoint'
import { postCatalogue, saveCataloguePost } from './handlers/catalogue'
import { accessToken, clients, endClient, makeClient } from './handlers/clients'
import { directory, organisation, organisationHistory } from './handlers/directory'
import { duties, duty, endDuty, organisationDuties, setDuty } from './handlers/duties'
import { approveGrant, grant, grants, previewGrant, saveGrant, withdrawGrant } from './handlers/grants'
import { handover, saveHandover } from './handlers/handover'
import { consent, me, removeHome, setHome } from './handlers/me'
import { saveOrganisation } from './handlers/organisations'
import { official, personnel } from './handlers/personnel'
import { savePost } from './handlers/posts'
import { searchDirectory } from './handlers/search'
import { refreshSession, sendPhoneCode, signInByPhone, signInByWechat, signOut, wechatPhone } from './handlers/sessions'

export const endpoints = [
  ...later(
    [routes.accessOfOfficial, routes.accessOfOrganisation, routes.accessTo, routes.whoMay, routes.why],
    () => import('./handlers/access'),
  ),
  ...later(
    [routes.evaluation, routes.evaluations, routes.searchAction, routes.searchResource, routes.searchSubject],
    () => import('./handlers/authzen'),
  ),
  ...later(
    [routes.directoryImport, routes.importDirectory, routes.previewDirectoryImport],
    () => import('./handlers/import'),
  ),
  ...later([routes.mergeOrganisation], () => import('./handlers/merger')),
  ...later(
    [routes.endGrid, routes.grid, routes.gridCoverage, routes.grids, routes.gridsAt, routes.saveGrid],
    () => import('./handlers/grids'),
  ),
  ...later(
    [routes.auditOfOfficial, routes.auditSeals, routes.looks, routes.verifyAudit],
    () => import('./handlers/audit'),
  ),
  ...later(
    [routes.exchangeNonce, routes.exchangeToken, routes.issuers, routes.saveIssuer],
    () => import('./handlers/one-sign-in'),
  ),
  signInByWechat,
  wechatPhone,
  sendPhoneCode,
  signInByPhone,
  refreshSession,
  signOut,
  me,
  consent,
  setHome,
  removeHome,
  directory,
  postCatalogue,
  saveCataloguePost,
  organisation,
  saveOrganisation,
  savePost,
  organisationHistory,
  handover,
  saveHandover,
  official,
  personnel,
  organisationDuties,
  duties,
  duty,
  setDuty,
  endDuty,
  searchDirectory,
  grants,
  grant,
  previewGrant,
  saveGrant,
  withdrawGrant,
  approveGrant,
  accessToken,
  clients,
  makeClient,
  endClient,
]
