import { claimWebsite } from './claimWebsite';
import { get } from './get';
import { getAll } from './getAll';
import { getBusinesses } from './getBusinesses';
import { getConnectLink } from './getConnectLink';
import { getProfile } from './getProfile';
import { getRateMeter } from './getRateMeter';
import { getWebsiteCode } from './getWebsiteCode';
import { getWebsites } from './getWebsites';
import { hold } from './hold';
import { resume } from './resume';
import { update } from './update';
import type { Resource } from '../../shared/operation';

export const account: Resource = {
  option: { name: 'Account', value: 'account', description: 'A Pinterest account connected to the connector' },
  operations: [
    claimWebsite,
    get,
    getBusinesses,
    getConnectLink,
    getAll,
    getProfile,
    getRateMeter,
    getWebsiteCode,
    getWebsites,
    hold,
    resume,
    update,
  ],
  first: 'getAll',
};
