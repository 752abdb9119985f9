import { buildApp } from '../scripts/serve';

/** The journeys run on the built app, as people get it. */
export default function setUp(): Promise<void> {
  return buildApp();
}
