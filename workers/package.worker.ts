import { reportBlockedRequests } from '../src/offline/report-blocked';
import type { PackageApi } from '../src/rpc/package-api';
import { serve } from '../src/rpc/serve';
import { createPackageService } from '../src/runtime/package/check-package';

reportBlockedRequests(self);
serve<PackageApi>(createPackageService());
