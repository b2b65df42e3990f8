import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from './give-way.ts';
import { damageIn } from './integrity.ts';
import { connect } from './sqlite.ts';

giveWay();
const connection = connect((workerData as { file: string }).file, { readonly: true });
parentPort?.postMessage(damageIn(connection));
connection.close();
