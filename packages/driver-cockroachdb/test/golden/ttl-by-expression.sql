-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	ends TIMESTAMPTZ NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	ends TIMESTAMPTZ NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
) WITH (ttl = 'on', ttl_expiration_expression = 'ends');

-- up
-- data-loss expires-rows: has the server delete rows of table users that have expired: ttl_expiration_expression = 'ends'
ALTER TABLE public.users SET (ttl_expiration_expression = 'ends');

-- down
ALTER TABLE public.users RESET (ttl);
