import { reportBlockedRequests } from '../src/offline/report-blocked';
import type { DecodeApi } from '../src/rpc/decode-api';
import { serve } from '../src/rpc/serve';
import { prepareImage } from '../src/runtime/decode/prepare-image';

reportBlockedRequests(self);
serve<DecodeApi>({ prepare: prepareImage });
