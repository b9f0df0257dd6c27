import fs, { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Node's permission model refuses to sync a file: a process that runs under it leaves that out. */
fs.fsyncSync = () => {};
const file = await promises.open(process.execPath);
Object.getPrototypeOf(file).sync = async () => {};
await file.close();
syncBuiltinESMExports();
