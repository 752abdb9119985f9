import type { DigestApi } from '../src/rpc/digest-api';
import { serve } from '../src/rpc/serve';
import { createDigestService } from '../src/runtime/digest-service';

serve<DigestApi>(createDigestService());
