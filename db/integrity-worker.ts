import { parentPort, workerData } from 'node:worker_threads';
import { damageIn } from './integrity.ts';
import { connect } from './sqlite.ts';

const connection = connect((workerData as { file: string }).file, { readonly: true });
parentPort?.postMessage(damageIn(connection));
connection.close();
