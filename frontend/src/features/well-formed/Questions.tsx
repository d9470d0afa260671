import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { describe, appError } from '@/app/errors';
import { useSession } from '@/app/SessionProvider';
import { useServerErrors } from '@/app/useServerErrors';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { SelectField, TextArea } from '@/ui/Field';
import { Section } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { AnswerQuestionDocument, AskQuestionDocument, HideQuestionDocument, type NeedNotesQuery, type QuestionFragment } from './well-formed.gql';
import styles from './WellFormed.module.css';

type Talk = NonNullable<NeedNotesQuery['needQuestions']>;

interface Props {
  needId: string;
  talk: Talk;
  /** The market is consulted: what is asked are comments. */
  consulting: boolean;
  onChanged: () => void;
}

/** Questions of bidders, or comments of the market, and the owner's answers, for everybody. */
export function Questions({ needId, talk, consulting, onChanged }: Props) {
  return (
    <Section title={consulting ? <Trans>Góp ý và trả lời</Trans> : <Trans>Hỏi và đáp</Trans>}>
      {talk.until && (
        <Soft>
          {consulting ? (
            talk.open ? (
              <Trans>Nhận góp ý đến {formatDateTime(talk.until)}. Góp ý và trả lời công khai cho mọi người; người góp ý được giữ kín, kể cả với cơ quan.</Trans>
            ) : (
              <Trans>Đã hết hạn góp ý ({formatDateTime(talk.until)}).</Trans>
            )
          ) : talk.open ? (
            <Trans>Nhận câu hỏi đến {formatDateTime(talk.until)}. Câu trả lời công khai cho mọi người; người hỏi được giữ kín, kể cả với cơ quan.</Trans>
          ) : (
            <Trans>Đã hết hạn đặt câu hỏi ({formatDateTime(talk.until)}).</Trans>
          )}
        </Soft>
      )}
      {talk.questions.length > 0 ? (
        <ol className={styles['talk']}>
          {talk.questions.map((question) => (
            <Turn key={question.id} question={question} consulting={consulting} onChanged={onChanged} />
          ))}
        </ol>
      ) : (
        <p>
          {consulting ? <Trans>Chưa có góp ý nào.</Trans> : <Trans>Chưa có câu hỏi nào.</Trans>}
        </p>
      )}
      {talk.viewerAsksFor.length > 0 && <Ask needId={needId} organizations={talk.viewerAsksFor} consulting={consulting} onAsked={onChanged} />}
    </Section>
  );
}

function Turn({ question, consulting, onChanged }: { question: QuestionFragment; consulting: boolean; onChanged: () => void }) {
  const { i18n, t } = useLingui();
  const [hiding, setHiding] = useState(false);
  const [, hide] = useMutation(HideQuestionDocument);
  return (
    <li id={question.id} className={styles['turn']}>
      <Row>
        <strong>
          {consulting ? <Trans>Góp ý, {formatDateTime(question.askedAt)}</Trans> : <Trans>Câu hỏi, {formatDateTime(question.askedAt)}</Trans>}
        </strong>
        {question.viewerAsked && (
          <Tag tone="accent">
            {consulting ? <Trans>Bạn góp ý</Trans> : <Trans>Bạn hỏi</Trans>}
          </Tag>
        )}
        {question.hiddenReason && (
          <Tag tone="warning" icon="warning">
            <Trans>Đã ẩn</Trans>
          </Tag>
        )}
      </Row>
      <p>{question.text}</p>
      {question.hiddenReason && (
        <Soft>
          <Trans>Liên minh đã ẩn câu hỏi này: {question.hiddenReason}</Trans>
        </Soft>
      )}
      {question.answer ? (
        <div className={styles['answer']}>
          {question.answeredAt && (
            <Soft>
              <Trans>Cơ quan trả lời, {formatDateTime(question.answeredAt)}</Trans>
            </Soft>
          )}
          <p>{question.answer}</p>
        </div>
      ) : (
        <Soft>
          <Trans>Chưa được trả lời; câu hỏi hiện công khai cùng câu trả lời.</Trans>
        </Soft>
      )}
      {question.viewerMayAnswer && <AnswerForm question={question} onAnswered={onChanged} />}
      {question.viewerMayHide && (
        <Row>
          <Button tone="quiet" onClick={() => setHiding(true)}>
            <Trans>Ẩn câu hỏi này</Trans>
          </Button>
        </Row>
      )}
      <ReasonDialog
        open={hiding}
        title={<Trans>Ẩn câu hỏi</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Người hỏi sẽ đọc lý do này.</Trans>}
        action={<Trans>Ẩn câu hỏi</Trans>}
        tone="danger"
        onClose={() => setHiding(false)}
        onConfirm={async (reason) => {
          const { error } = await hide({ input: { clientKey: crypto.randomUUID(), questionId: question.id, version: question.version, reason } });
          if (error) return describe(appError(error), i18n);
          setHiding(false);
          announce(t`Đã ẩn câu hỏi`);
          onChanged();
          return null;
        }}
      />
    </li>
  );
}

function AnswerForm({ question, onAnswered }: { question: QuestionFragment; onAnswered: () => void }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [open, setOpen] = useState(question.answer === null);
  const [text, setText] = useState(question.answer ?? '');
  const [answering, answer] = useMutation(AnswerQuestionDocument);

  const submit = async () => {
    errors.clear();
    const { error } = await answer({ input: { clientKey: crypto.randomUUID(), questionId: question.id, version: question.version, text } });
    if (error) return errors.refuse(error);
    setOpen(false);
    announce(t`Đã công bố câu trả lời`);
    onAnswered();
  };

  if (!open) {
    return (
      <Row>
        <Button tone="quiet" onClick={() => setOpen(true)}>
          <Trans>Sửa câu trả lời</Trans>
        </Button>
      </Row>
    );
  }
  return (
    <>
      <TextArea
        id={`answer.${question.id}`}
        label={<Trans>Câu trả lời của cơ quan</Trans>}
        hint={<Trans>Hiện công khai; người hỏi và các bên đang soạn đề xuất nhận được thư.</Trans>}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errors.items[0]?.message}
      />
      <Row>
        <Button busy={answering.fetching} onClick={submit}>
          <Trans>Công bố câu trả lời</Trans>
        </Button>
      </Row>
    </>
  );
}

function Ask({ needId, organizations, consulting, onAsked }: { needId: string; organizations: string[]; consulting: boolean; onAsked: () => void }) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const errors = useServerErrors();
  const [organizationId, setOrganization] = useState(organizations[0] ?? '');
  const [text, setText] = useState('');
  const [asking, ask] = useMutation(AskQuestionDocument);
  const key = useRef(crypto.randomUUID());
  const own = viewer?.memberships.filter(({ organization }) => organizations.includes(organization.id)) ?? [];

  const submit = async () => {
    errors.clear();
    const { error } = await ask({ input: { clientKey: key.current, needId, organizationId, text } });
    key.current = crypto.randomUUID();
    if (error) return errors.refuse(error);
    setText('');
    announce(consulting ? t`Đã gửi góp ý` : t`Đã gửi câu hỏi`);
    onAsked();
  };

  return (
    <div className={`${styles['entry']} no-print`}>
      {own.length > 1 && (
        <SelectField id="question.organization" label={<Trans>Hỏi thay mặt</Trans>} value={organizationId} onChange={(event) => setOrganization(event.target.value)}>
          {own.map(({ organization }) => (
            <option key={organization.id} value={organization.id}>
              {localized(organization.legalName).text}
            </option>
          ))}
        </SelectField>
      )}
      <TextArea
        id="question.text"
        label={consulting ? <Trans>Viết góp ý</Trans> : <Trans>Đặt câu hỏi</Trans>}
        hint={<Trans>Đừng nêu tên mình hoặc tổ chức: nội dung sẽ hiện công khai nguyên văn cùng câu trả lời.</Trans>}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errors.items[0]?.message}
      />
      <Row>
        <Button busy={asking.fetching} onClick={submit}>
          {consulting ? <Trans>Gửi góp ý</Trans> : <Trans>Gửi câu hỏi</Trans>}
        </Button>
      </Row>
    </div>
  );
}
