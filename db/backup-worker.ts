import { workerData } from 'node:worker_threads';
import { connect } from './sqlite.ts';

const { file, target } = workerData as { file: string; target: string };
const connection = connect(file, { readonly: true });
connection.prepare('VACUUM INTO ?').run(target);
connection.close();
