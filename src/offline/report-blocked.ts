/** The page hears of blocked requests on this channel and hands them to the network log (src/app/state/offline.ts). */
const CHANNEL = 'understory-blocked-requests';

/**
 * In a worker: tells the page of each request that the Content-Security-Policy stopped. A worker can't reach the service
 * worker, which keeps the log, by itself.
 */
export function reportBlockedRequests(scope: EventTarget): void {
  const channel = new BroadcastChannel(CHANNEL);
  scope.addEventListener('securitypolicyviolation', (event) => {
    channel.postMessage((event as SecurityPolicyViolationEvent).blockedURI);
  });
}
