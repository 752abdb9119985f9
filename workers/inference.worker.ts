import { reportBlockedRequests } from '../src/offline/report-blocked';
import type { InferenceApi } from '../src/rpc/inference-api';
import { allowOwnScripts } from '../src/rpc/own-scripts';
import { serve } from '../src/rpc/serve';
import { createInferenceService } from '../src/runtime/ort/inference-service';

allowOwnScripts(self);
reportBlockedRequests(self);
serve<InferenceApi>(createInferenceService());
