-- before

-- after
CREATE TABLE public.a (
	id INT8 NOT NULL,
	b INT8 NULL,
	CONSTRAINT a_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.b (
	id INT8 NOT NULL,
	a INT8 NULL,
	CONSTRAINT b_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b(id);
ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id);

-- up
CREATE TABLE public.a (
  id INT8 NOT NULL,
  b INT8,
  CONSTRAINT a_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.b (
  id INT8 NOT NULL,
  a INT8,
  CONSTRAINT b_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b(id);
ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id);

-- down
-- correctness ends-guarantee: drops the foreign key a_b_fkey of a: from then on rows come that break it, and no statement fails
ALTER TABLE public.a DROP CONSTRAINT a_b_fkey;
-- correctness ends-guarantee: drops the foreign key b_a_fkey of b: from then on rows come that break it, and no statement fails
ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;
-- data-loss drops-table: drops table a with all of its rows
DROP TABLE public.a;
-- data-loss drops-table: drops table b with all of its rows
DROP TABLE public.b;
