import { reportBlockedRequests } from '../src/offline/report-blocked';
import type { InferenceApi } from '../src/rpc/inference-api';
import { serve } from '../src/rpc/serve';
import { createInferenceService } from '../src/runtime/ort/inference-service';

reportBlockedRequests(self);
serve<InferenceApi>(createInferenceService());
