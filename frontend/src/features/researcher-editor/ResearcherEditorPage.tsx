import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { EditingChoicesDocument } from '@/features/editing';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { OwnResearcherDocument } from './researcher-editor.gql';
import { ResearcherForm } from './ResearcherForm';
import { Visibility } from './Visibility';

/** What one knows, for others to find; shown only while one consents. */
export function ResearcherEditorPage() {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: OwnResearcherDocument, requestPolicy: 'cache-and-network' });
  // A profile that was removed leaves an empty form; what is being typed outlives every other answer.
  const [generation, setGeneration] = useState(0);
  const [choices, again] = useQuery({ query: EditingChoicesDocument });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Hồ sơ chuyên gia`}>
          <Trans>Hồ sơ chuyên gia của tôi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Viết một lần để địa phương và doanh nghiệp tìm thấy bạn khi cần người đánh giá độc lập hoặc bạn cùng làm dự án.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['9rem', '14rem', '14rem']} />}>
        {({ viewer }) =>
          viewer && (
            <Stack>
              <Visibility viewer={viewer} onRemoved={() => setGeneration(generation + 1)} />
              <Answer result={choices} retry={again}>
                {(catalogue) => <ResearcherForm key={generation} viewer={generation === 0 ? viewer : { ...viewer, researcher: null }} choices={catalogue} />}
              </Answer>
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}
