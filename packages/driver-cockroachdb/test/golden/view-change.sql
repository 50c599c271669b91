-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users;

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users WHERE id > 0;

-- up
CREATE OR REPLACE VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users WHERE id > 0;

-- down
CREATE OR REPLACE VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;
