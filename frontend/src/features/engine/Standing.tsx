import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { SentenceModelState } from '@/graphql-types';
import { formatNumber } from '@/i18n/format';
import { sentenceModelStateLabels } from '@/i18n/staffLabels';
import type { IconName } from '@/ui/Icon';
import { Notice } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag, type Tone } from '@/ui/Tag';
import styles from './Engine.module.css';
import type { EngineQuery } from './engine.gql';

type Engine = EngineQuery['engine'];

const looks: Record<SentenceModelState, { tone: Tone; icon: IconName }> = {
  READY: { tone: 'positive', icon: 'check' },
  ABSENT: { tone: 'neutral', icon: 'info' },
  BROKEN: { tone: 'danger', icon: 'warning' },
};

export function Versions({ engine }: { engine: Engine }) {
  const { i18n } = useLingui();
  const { model } = engine;
  const learnt = engine.learntWeights.some(({ version }) => version === engine.weightsVersion);
  return (
    <>
      <SummaryList stacked>
        <Fact name={<Trans>Bộ ghép nối</Trans>}>{engine.version}</Fact>
        <Fact name={<Trans>Trọng số</Trans>}>
          {learnt ? <Trans>Học từ quyết định ({engine.weightsVersion})</Trans> : <Trans>Mặc định ({engine.weightsVersion})</Trans>}
        </Fact>
        <Fact name={<Trans>Mô hình ngữ nghĩa</Trans>}>
          <span className={styles['model']}>
            <Tag {...looks[model.state]}>{i18n._(sentenceModelStateLabels[model.state])}</Tag>
            {model.version && <span className={styles['code']}>{model.version}</span>}
          </span>
        </Fact>
        <Fact name={<Trans>Đoạn văn đã đọc bằng mô hình</Trans>}>{model.state === 'READY' && formatNumber(model.vectors)}</Fact>
      </SummaryList>
      {model.state !== 'READY' && <ModelMissing state={model.state} problem={model.problem} />}
    </>
  );
}

/** What whoever runs the server does about it. */
function ModelMissing({ state, problem }: { state: SentenceModelState; problem: string | null }) {
  return (
    <Notice tone={state === 'BROKEN' ? 'danger' : 'accent'}>
      <p>
        {state === 'BROKEN' ? (
          <Trans>Máy chủ không đọc được mô hình đã khai báo. Việc ghép nối vẫn chạy, theo từ ngữ, từ điển và danh mục khái niệm.</Trans>
        ) : (
          <Trans>Việc ghép nối chạy theo từ ngữ, từ điển và danh mục khái niệm. Có mô hình thì hai bài viết cùng ý mà khác lời, hoặc khác ngôn ngữ, cũng tìm thấy nhau.</Trans>
        )}
      </p>
      {problem && (
        <p className={styles['code']} lang="en">
          {problem}
        </p>
      )}
      <p>
        <Trans>
          Người vận hành máy chủ chạy <code>make model</code>, ghi thư mục của mô hình vào mục <code>[engine] model_folder</code> của tệp cấu hình, rồi khởi động lại.
        </Trans>
      </p>
    </Notice>
  );
}

export function Corpus({ engine: { corpus, searchIndex } }: { engine: Engine }) {
  const { documents, built } = searchIndex;
  return (
    <SummaryList stacked>
      <Fact name={<Trans>Nhu cầu đang mở</Trans>}>{formatNumber(corpus.needs)}</Fact>
      <Fact name={<Trans>Giải pháp đang đăng</Trans>}>{formatNumber(corpus.offers)}</Fact>
      <Fact name={<Trans>Chuyên gia công khai</Trans>}>{formatNumber(corpus.experts)}</Fact>
      <Fact name={<Trans>Chỉ mục tìm kiếm</Trans>}>
        {built !== null ? (
          <Trans>
            Đang dựng lại: đã có <Plural value={built} one="# tài liệu" other="# tài liệu" />
          </Trans>
        ) : documents !== null ? (
          <Plural value={documents} one="# tài liệu" other="# tài liệu" />
        ) : (
          <Trans>Chưa mở; được mở khi có người tìm kiếm lần đầu</Trans>
        )}
      </Fact>
    </SummaryList>
  );
}

export function Taxonomy({ engine: { taxonomyVersion, concepts } }: { engine: Engine }) {
  return (
    <p>
      <Trans>
        Ấn bản <strong>{taxonomyVersion}</strong>: <Plural value={concepts} one="# khái niệm" other="# khái niệm" />, mỗi khái niệm có tên và từ đồng nghĩa tiếng Việt và tiếng Anh.
      </Trans>
    </p>
  );
}
