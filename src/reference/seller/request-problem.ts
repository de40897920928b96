import type { JsonObject } from '../../model/json.ts'
import type { SchemaSet } from '../../model/schema-set.ts'
import { requestProblem as problemBySchema } from '../governance-agent/request-problem.ts'
import { SellerRefusal } from './refusal.ts'

/** The first broken rule of the official request schema, as the error to answer with; undefined for a valid request. */
export async function requestProblem(
  task: string,
  args: JsonObject,
  schemas: SchemaSet,
): Promise<SellerRefusal | undefined> {
  const problem = await problemBySchema(task, args, schemas)
  if (problem === undefined) return undefined
  const { code, message, field } = problem
  return new SellerRefusal(code, message, field === undefined ? {} : { field })
}
