import type { InferenceApi } from '../src/rpc/inference-api';
import { serve } from '../src/rpc/serve';
import { createInferenceService } from '../src/runtime/ort/inference-service';

serve<InferenceApi>(createInferenceService());
