-- before

-- after
CREATE TABLE public.tokens (
	id UUID NOT NULL DEFAULT gen_random_uuid(),
	CONSTRAINT tokens_pkey PRIMARY KEY (id ASC)
);

-- up
CREATE TABLE public.tokens (
  id UUID NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT tokens_pkey PRIMARY KEY (id ASC)
);

-- down
-- data-loss drops-table: drops table tokens with all of its rows
DROP TABLE public.tokens;
