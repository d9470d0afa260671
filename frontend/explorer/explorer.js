/* global React, ReactDOM, GraphiQL */
const question = `# Ctrl+Enter asks. Sign in with the signIn mutation, then put
# {"authorization": "Bearer <accessToken>"} into Headers.
query NewestNeeds {
  needs(first: 5) {
    totalCount
    nodes {
      title { vi en }
      status
      closesAt
      organization { legalName { vi } }
      place { fullNameVi }
    }
  }
}
`;
const socket = `${location.origin.replace(/^http/, 'ws')}/graphql/ws`;
const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socket });
const explorer = React.createElement(GraphiQL, { fetcher, defaultQuery: question, shouldPersistHeaders: false });
ReactDOM.createRoot(document.getElementById('graphiql')).render(explorer);
