import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient, useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { saveFile } from '@/app/download';
import { appError, describe } from '@/app/errors';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Stack } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { TaxonomyDifference } from './TaxonomyDifference';
import { TaxonomyWriter } from './TaxonomyWriter';
import {
  AdoptTaxonomyDocument,
  RestoreBuiltInTaxonomyDocument,
  TaxonomyContentDocument,
  TaxonomyEditionContentsDocument,
  TaxonomyEditionsDocument,
  type TaxonomyEditionsQuery,
} from './taxonomy.gql';

type Edition = TaxonomyEditionsQuery['engine']['taxonomyEditions'][number];

const asFile = (version: string, concepts: string) => saveFile(`khai-niem-${version}.json`, new Blob([concepts], { type: 'application/json' }));

/** Take the concepts along, write others, look at what differs, adopt, go back. */
export function TaxonomyEditor() {
  const { t, i18n } = useLingui();
  const client = useClient();
  const [result, retry] = useQuery({ query: TaxonomyEditionsDocument, requestPolicy: 'cache-and-network' });
  const [, adopt] = useMutation(AdoptTaxonomyDocument);
  const [, restore] = useMutation(RestoreBuiltInTaxonomyDocument);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState<Edition | 'builtIn' | null>(null);
  const close = () => setAsking(null);
  const candidate = asking === 'builtIn' ? null : asking;

  const say = (sentence: string) => {
    setSaid(sentence);
    announce(sentence);
  };
  const downloadCurrent = async () => {
    setProblem(null);
    const { data, error } = await client.query(TaxonomyContentDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data) asFile(data.engine.taxonomyVersion, data.engine.taxonomy);
    else if (error) setProblem(describe(appError(error), i18n));
  };
  const download = async ({ id, version }: Edition) => {
    setProblem(null);
    const { data, error } = await client.query(TaxonomyEditionContentsDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    const found = data?.engine.taxonomyEditions.find((one) => one.id === id);
    if (found) asFile(version, found.concepts);
    else if (error) setProblem(describe(appError(error), i18n));
  };

  return (
    <Stack>
      <div role="alert">
        {problem && (
          <Notice tone="warning">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      <Row>
        <Button onClick={() => void downloadCurrent()}>
          <Trans>Tải danh mục đang dùng (JSON)</Trans>
        </Button>
        {result.data?.engine.taxonomyEditions.some(({ adoptedAt }) => adoptedAt !== null) && (
          <Button onClick={() => setAsking('builtIn')}>
            <Trans>Trở về ấn bản có sẵn</Trans>
          </Button>
        )}
      </Row>
      <TaxonomyWriter onWritten={(version) => say(t`Đã lưu ${version}. Bộ ghép nối chỉ dùng khi ấn bản được áp dụng.`)} />
      <Answer result={result} retry={retry}>
        {({ engine: { taxonomyEditions } }) =>
          taxonomyEditions.length === 0 ? (
            <Soft>
              <Trans>Chưa có ấn bản nào được viết; bộ ghép nối dùng ấn bản có sẵn.</Trans>
            </Soft>
          ) : (
            taxonomyEditions.map((one) => (
              <Panel key={one.id}>
                <Row spread>
                  <h3>{one.version}</h3>
                  {one.adoptedAt && (
                    <Tag tone="accent" icon="check">
                      <Trans>Đang dùng từ {formatDateTime(one.adoptedAt)}</Trans>
                    </Tag>
                  )}
                </Row>
                <p>{one.note}</p>
                <Soft>
                  <Plural value={one.size} one="# khái niệm" other="# khái niệm" /> · <Trans>Viết lúc {formatDateTime(one.createdAt)}</Trans>
                </Soft>
                {!one.adoptedAt && <TaxonomyDifference difference={one.difference} />}
                <Row>
                  {!one.adoptedAt && (
                    <Button onClick={() => setAsking(one)}>
                      <Trans>
                        Áp dụng<span className="visually-hidden"> {one.version}</span>
                      </Trans>
                    </Button>
                  )}
                  <Button tone="quiet" onClick={() => void download(one)}>
                    <Trans>
                      Tải về<span className="visually-hidden"> {one.version}</span>
                    </Trans>
                  </Button>
                </Row>
              </Panel>
            ))
          )
        }
      </Answer>
      <ReasonDialog
        open={candidate !== null}
        title={<Trans>Áp dụng {candidate?.version}?</Trans>}
        action={<Trans>Áp dụng ấn bản</Trans>}
        onClose={close}
        onConfirm={async () => {
          if (!candidate) return null;
          const { error } = await adopt({ input: { taxonomyEditionId: candidate.id } });
          if (error) return describe(appError(error), i18n);
          close();
          say(t`Đã áp dụng ${candidate.version}. Tìm kiếm và ghép nối được dựng lại trong ít phút.`);
          return null;
        }}
      >
        {candidate && <TaxonomyDifference difference={candidate.difference} />}
        <p>
          <Trans>Tìm kiếm và ghép nối được dựng lại với ấn bản này. Việc áp dụng nằm trong nhật ký, và trở về ấn bản có sẵn được bất cứ lúc nào.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'builtIn'}
        title={<Trans>Trở về ấn bản có sẵn?</Trans>}
        action={<Trans>Trở về ấn bản có sẵn</Trans>}
        onClose={close}
        onConfirm={async () => {
          const { error } = await restore({});
          if (error) return describe(appError(error), i18n);
          close();
          say(t`Đã trở về ấn bản có sẵn. Tìm kiếm và ghép nối được dựng lại trong ít phút.`);
          return null;
        }}
      >
        <p>
          <Trans>Tìm kiếm và ghép nối được dựng lại với ấn bản có sẵn. Các ấn bản đã viết vẫn còn đó.</Trans>
        </p>
      </ReasonDialog>
    </Stack>
  );
}
