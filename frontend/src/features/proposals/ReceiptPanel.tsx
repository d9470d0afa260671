import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { appError, describe } from '@/app/errors';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Section } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import styles from './Proposals.module.css';
import { CheckReceiptDocument, ProposalFilesDocument, type ProposalWholeFragment } from './proposals.gql';

function save(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The receipt of what was handed in: to keep, to print, and to compare with the content as it lies here. */
export function ReceiptPanel({ proposal }: { proposal: ProposalWholeFragment }) {
  const { i18n } = useLingui();
  const client = useClient();
  const [said, setSaid] = useState<{ tone: 'positive' | 'warning'; text: ReactNode } | null>(null);
  const { id } = proposal;

  const download = async (what: 'receiptFile' | 'canonicalContent') => {
    const { data, error } = await client.query(ProposalFilesDocument, { id }, { requestPolicy: 'network-only' });
    const text = data?.proposal?.[what];
    if (text) save(`${what === 'receiptFile' ? 'bien-nhan' : 'noi-dung'}-${id}.json`, text);
    else setSaid({ tone: 'warning', text: error ? describe(appError(error), i18n) : <Trans>Đề xuất này được nộp trước khi biên nhận có chữ ký, nên không có tệp biên nhận.</Trans> });
  };

  const check = async () => {
    const { data, error } = await client.query(CheckReceiptDocument, { id }, { requestPolicy: 'network-only' });
    const found = data?.receiptCheck;
    if (!found) return setSaid({ tone: 'warning', text: error && describe(appError(error), i18n) });
    if (!found.sameContent) return setSaid({ tone: 'warning', text: <Trans>Nội dung không khớp biên nhận: nội dung đang lưu không phải nội dung đã nộp.</Trans> });
    if (found.signed === false) return setSaid({ tone: 'warning', text: <Trans>Nội dung khớp mã băm, nhưng chữ ký của biên nhận không đúng.</Trans> });
    setSaid({
      tone: 'positive',
      text: found.signed ? <Trans>Khớp: nội dung đúng là nội dung đã nộp, biên nhận có chữ ký của máy chủ.</Trans> : <Trans>Khớp: nội dung đúng là nội dung đã nộp. Biên nhận này chưa có chữ ký.</Trans>,
    });
  };

  return (
    <Panel>
      <Section title={<Trans>Biên nhận</Trans>}>
        <SummaryList stacked>
          <Fact name={<Trans>Mã đề xuất</Trans>}>{id}</Fact>
          <Fact name={<Trans>Nộp lúc</Trans>}>{proposal.submittedAt && formatDateTime(proposal.submittedAt)}</Fact>
          <Fact name={<Trans>Mã băm SHA-256 của nội dung</Trans>}>
            <div className={styles['receipt']}>{proposal.receipt}</div>
          </Fact>
        </SummaryList>
        <Soft>
          <Trans>Mã này chứng tỏ nội dung mở ra sau hạn đúng là nội dung đã nộp.</Trans>
        </Soft>
        <div className="no-print">
          <Row>
            <Button onClick={() => void check()}>
              <Icon name="check" />
              <Trans>Đối chiếu nội dung</Trans>
            </Button>
            <Button onClick={() => void download('receiptFile')}>
              <Trans>Tải biên nhận</Trans>
            </Button>
            <Button tone="quiet" onClick={() => void download('canonicalContent')}>
              <Trans>Tải nội dung</Trans>
            </Button>
            <Button tone="quiet" onClick={() => window.print()}>
              <Icon name="print" />
              <Trans>In biên nhận</Trans>
            </Button>
          </Row>
        </div>
        <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
      </Section>
    </Panel>
  );
}
