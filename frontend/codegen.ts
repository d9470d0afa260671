import type { CodegenConfig } from '@graphql-codegen/cli';

const types = {
  useTypeImports: true,
  enumType: 'string-literal',
  scalars: { DateTime: 'string', NaiveDate: 'string', Amount: 'string' },
  strictScalars: true,
  skipTypename: true,
  avoidOptionals: { field: true },
};

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'src/**/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'src/graphql-types.ts': { plugins: ['typescript'], config: { ...types, enumsAsTypes: true } },
    // One generated file beside each .graphql file keeps a document in the chunk of the route that asks it.
    'src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.gql.ts', baseTypesPath: 'graphql-types.ts' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...types, importSchemaTypesFrom: 'src/graphql-types.ts', documentMode: 'documentNode', optimizeDocumentNode: true },
    },
  },
};

export default config;
