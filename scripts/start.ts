/** `npm start`: the app for daily use, from this computer, on loopback. Built when it is not built yet. */
import { buildApp, serveApp } from './serve';

const PORT = Number(process.env['PORT'] ?? 4173);

await buildApp();
const served = await serveApp({ port: PORT });
console.log(`Understory is at ${served.url}  (Ctrl+C ends it)`);
