import { reportBlockedRequests } from '../src/offline/report-blocked';
import type { PackageApi } from '../src/rpc/package-api';
import { allowOwnScripts } from '../src/rpc/own-scripts';
import { serve } from '../src/rpc/serve';
import { createPackageService } from '../src/runtime/package/check-package';

allowOwnScripts(self);
reportBlockedRequests(self);
serve<PackageApi>(createPackageService());
