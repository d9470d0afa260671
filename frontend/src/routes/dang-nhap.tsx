import { createFileRoute } from '@tanstack/react-router';
import { searchOf, text } from '@/app/search';
import { SignInPage } from '@/features/session';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/dang-nhap')({
  validateSearch: searchOf({ tiep: text }),
  beforeLoad: loadAccountMessages,
  component: function SignIn() {
    const { tiep } = Route.useSearch();
    return <SignInPage next={tiep} />;
  },
});
