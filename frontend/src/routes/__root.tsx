import { Outlet, createRootRoute } from '@tanstack/react-router';
import { Layout } from '@/app/Layout';
import { NotFoundPage } from '@/app/NotFoundPage';
import { SignInAgain } from '@/app/SignInAgain';

export const Route = createRootRoute({
  component: () => (
    <Layout>
      <Outlet />
      <SignInAgain />
    </Layout>
  ),
  notFoundComponent: NotFoundPage,
});
