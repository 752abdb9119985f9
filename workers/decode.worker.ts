import type { DecodeApi } from '../src/rpc/decode-api';
import { serve } from '../src/rpc/serve';
import { prepareImage } from '../src/runtime/decode/prepare-image';

serve<DecodeApi>({ prepare: prepareImage });
