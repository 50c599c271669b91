-- before

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	UNIQUE INDEX z_mail (mail ASC)
);
CREATE TABLE public.orders (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	buyer STRING NULL,
	CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(mail);

-- up
CREATE TABLE public.orders (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  buyer STRING,
  CONSTRAINT orders_pkey PRIMARY KEY (id ASC)
);
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE UNIQUE INDEX z_mail ON public.users (mail ASC);
ALTER TABLE public.orders ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(mail);

-- down
-- data-loss drops-table: drops table orders with all of its rows
DROP TABLE public.orders;
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
