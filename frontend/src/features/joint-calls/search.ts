import type { JointCallStatus } from '@/graphql-types';

/** What a list of joint calls can be narrowed to. Routes import this file by itself: it is needed before the page is. */
export const jointCallStatuses = ['PROPOSED', 'AGREED', 'DECLINED', 'EXPIRED', 'ENDED'] as const satisfies JointCallStatus[];
