import { useQuery } from 'urql';
import { MyOrganizationsDocument, type MyOrganizationsQuery } from './membership.gql';

export type MyMembership = NonNullable<MyOrganizationsQuery['viewer']>['memberships'][number];
export type MyOrganization = MyMembership['organization'];

/** The organisations that the reader acts for, and what each of them may post. */
export function useMyOrganizations() {
  const [result, retry] = useQuery({ query: MyOrganizationsDocument });
  const memberships = result.data?.viewer?.memberships ?? [];
  const active = memberships.filter(({ status }) => status === 'ACTIVE');
  const editing = active.filter(({ role }) => role !== 'VIEWER').map(({ organization }) => organization);
  return {
    result,
    retry,
    memberships,
    active,
    postingNeeds: editing.filter(({ postsNeeds }) => postsNeeds),
    postingOffers: editing.filter(({ postsOffers }) => postsOffers),
  };
}
