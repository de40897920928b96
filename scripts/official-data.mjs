// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packageFolder } from './project.mjs'

/**
 * @typedef {{ [key: string]: any }} Schema
 * @typedef {{ request_schema: string, response_schema: string, async_response_schemas: string[], protocol: string, mutating: boolean }} Tool
 */

const sdk = packageFolder('@adcp/sdk')
const schemaFolder = join(sdk, 'dist/lib/schemas-data/3.0')

/** @type {{ adcp_version: string, tools: Record<string, Tool>, error_codes: Record<string, { recovery: string }> }} */
export const officialManifest = readJson(join(schemaFolder, 'manifest.json'))

export const officialLicence = join(sdk, 'LICENSE')

/**
 * The schemas that others are built from: not the copies under `bundled/`, nor the registry files.
 * @returns {Map<string, Schema>} by path below the schema folder
 */
export function readOfficialSchemas() {
  const files = filesBelow(schemaFolder, '.json').filter((file) => !/^(bundled\/|index\.|manifest\.)/.test(file))
  return new Map(files.map((file) => [file, readJson(join(schemaFolder, file))]))
}

/** Paths of the schemas that the official storyboards of this release name, task or not. */
export function refsNamedByStoryboards() {
  const corpus = join(sdk, 'compliance/cache', officialManifest.adcp_version)
  const steps = filesBelow(corpus, '.yaml').flatMap((file) => stepsOf(parse(readFileSync(join(corpus, file), 'utf8'))))
  return steps
    .flatMap((step) => [step.schema_ref, step.response_schema_ref, step.webhook_payload_schema_ref])
    .filter((ref) => ref !== undefined)
}

/**
 * @param {{ phases?: { steps?: { [key: string]: string | undefined }[] }[] } | null} storyboard
 */
function stepsOf(storyboard) {
  return (storyboard?.phases ?? []).flatMap((phase) => phase.steps ?? [])
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending))
    .sort()
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
