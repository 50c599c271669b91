-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
COMMENT ON TABLE public.users IS 'who buys, it''s said';
COMMENT ON COLUMN public.users.mail IS e'two\nlines';
COMMENT ON INDEX public.users@users_pkey IS 'the key';

-- up
COMMENT ON TABLE public.users IS 'who buys, it''s said';
COMMENT ON COLUMN public.users.mail IS 'two
lines';
COMMENT ON CONSTRAINT users_pkey ON public.users IS 'the key';

-- down
COMMENT ON TABLE public.users IS NULL;
COMMENT ON COLUMN public.users.mail IS NULL;
COMMENT ON CONSTRAINT users_pkey ON public.users IS NULL;
