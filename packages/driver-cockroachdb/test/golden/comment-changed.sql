-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
COMMENT ON TABLE public.users IS 'one';
COMMENT ON COLUMN public.users.mail IS 'a';

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
COMMENT ON TABLE public.users IS 'two';

-- up
COMMENT ON TABLE public.users IS 'two';
COMMENT ON COLUMN public.users.mail IS NULL;

-- down
COMMENT ON TABLE public.users IS 'one';
COMMENT ON COLUMN public.users.mail IS 'a';
