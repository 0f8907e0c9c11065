import { importKind, importStep } from '../hierarchy/import'
import { jobs } from '../platform/jobs'

export const jobKinds = { [importKind]: importStep }
export const handler = jobs(jobKinds)
