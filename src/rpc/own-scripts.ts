/** As far as it is needed here; browsers that do not know Trusted Types have none. */
interface PolicyFactory {
  createPolicy(name: 'default', rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
}

/**
 * The one policy that the Content-Security-Policy allows (Trusted Types): what becomes a script by its address, a worker or
 * the service worker, must come from the app's own. It has no rule for markup and none for code in texts, so the browser refuses both
 * wherever they would come from; `blob:` and `data:` are no addresses of the app. The default policy, because ONNX Runtime starts its threads itself.
 * @param scope the page, or a worker that starts further ones; once in each, before the first
 */
export function allowOwnScripts(scope: {
  readonly location: { readonly href: string; readonly origin: string };
}): void {
  const factory = (scope as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  const { href, origin } = scope.location;
  factory?.createPolicy('default', {
    createScriptURL: (address) => (new URL(address, href).href.startsWith(`${origin}/`) ? address : null),
  });
}
