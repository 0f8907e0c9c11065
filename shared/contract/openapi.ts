import { toJSONSchema } from 'zod/mini'
import { catalogue, problemDocument } from '../problems'
import { type ForeignRoute, foreignRoutes } from './foreign'
import type { Route, Schema } from './route'
import { allRoutes } from './routes'

type Json = Record<string, unknown>

/** The contract as an OpenAPI 3.1 document. Only tools import this; no application bundles it. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of allRoutes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  }
  for (const route of foreignRoutes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: foreignOperation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '政民互通',
      version,
      description:
        'Errors are RFC 9457 problem documents whose `title` and `detail` are Chinese sentences for the person. `x-needs` says who may call.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: [...new Set(allRoutes.map((route) => route.slice))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string', enum: Object.keys(catalogue) },
            detail: { type: 'string' },
            fields: {
              type: 'array',
              items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
            },
          },
          examples: [problemDocument('form-outdated')],
        },
      },
    },
  }
}

/** What it takes and answers stands in its standard, which is named. */
function foreignOperation({ slice, of, name, path, summary, standard }: ForeignRoute): Json {
  const format = /\.\w+$/.exec(path)?.[0] ?? ''
  return {
    operationId: `${slice}.${of}.${name}${format}`,
    tags: [slice],
    summary,
    externalDocs: { url: standard },
    'x-needs': { who: 'anyone' },
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => ({
      name: one,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    responses: { default: { description: 'As the standard says' } },
  }
}

function operation(route: Route): Json {
  const hasBody = route.method === 'PUT' || route.method === 'POST'
  return {
    operationId: `${route.slice}.${route.name}`,
    tags: [route.slice],
    summary: route.summary,
    'x-needs': route.needs,
    'x-repeatable': route.repeatable,
    ...(route.needs.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(hasBody
      ? {
          requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } },
        }
      : {}),
    responses: {
      '200': {
        description: 'Done',
        content: { 'application/json': { schema: jsonSchema(route.reply, 'output') } },
      },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(schema: Schema, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  } // z.toJSONSchema of an object
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: shape,
  }))
}

function jsonSchema(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: shape }) => {
      // Ids are checked by a function; say at least that they are strings.
      if (zodSchema._zod.def.type === 'custom') shape.type = 'string'
    },
  })
  return rest
}
