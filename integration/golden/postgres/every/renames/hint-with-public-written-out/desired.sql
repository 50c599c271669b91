-- @renamed from=public.t
CREATE TABLE public.u (
  id serial PRIMARY KEY,
  -- @renamed from=public.u.a
  b int
);
