import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { text } from '@/app/search';
import { SignInPage } from '@/features/session';

export const Route = createFileRoute('/dang-nhap')({
  validateSearch: v.object({ tiep: text }),
  component: function SignIn() {
    const { tiep } = Route.useSearch();
    return <SignInPage next={tiep} />;
  },
});
