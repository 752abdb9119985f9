/**
 * What the page and its workers may do: load from the app's own address, compile WebAssembly, show blobs.
 * `blob:` in connect-src lets ONNX Runtime read a model that lies in the browser's own storage.
 * Documented in docs/hosting.md.
 */
const directives: readonly string[] = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default', // src/rpc/own-scripts.ts
];

/** For the meta tag, where frame-ancestors is not allowed. */
export const metaContentSecurityPolicy = directives.join('; ');

/** For response headers, from a server or the service worker. A meta tag does not bind workers; this does. */
export const contentSecurityPolicy = [...directives, "frame-ancestors 'none'"].join('; ');

/**
 * For the service worker's own script: it alone may reach other hosts, and asks only for what the catalog lists and the person
 * agreed to. Plain http is for trying things out on one computer.
 */
export const serviceWorkerContentSecurityPolicy = contentSecurityPolicy.replace(
  "connect-src 'self' blob:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
);

/** Headers that the service worker puts on every response of the app, so that any static host will do. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** What a host that can send headers should send with the file at this path. */
export function headersFor(path: string): Readonly<Record<string, string>> {
  if (!path.endsWith('/service-worker.js')) return securityHeaders;
  return { ...securityHeaders, 'Content-Security-Policy': serviceWorkerContentSecurityPolicy };
}

/** A copy of the response that carries the headers; opaque responses can't be copied and pass as they are. */
export function withSecurityHeaders(response: Response): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
