import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type RefusalCode, refusalCodes, refusalDetail } from './refusals.ts';
import { id } from './values.ts';

/** Every call may be refused with any code of the closed list. */
type Refusals = { [Code in RefusalCode]: { data: typeof refusalDetail } };
const refusals = Object.fromEntries(refusalCodes.map((code) => [code, { data: refusalDetail }])) as Refusals;

/** What every call begins with. */
export const call = oc.errors(refusals);

/** What is given and answered by many: nothing, the id of one thing, the job that a call started. */
export const nothing = z.object({});
export const one = z.object({ id });
export const jobStarted = z.object({ job: z.string() });
