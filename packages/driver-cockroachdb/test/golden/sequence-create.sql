-- before

-- after
CREATE SEQUENCE public.counter MINVALUE 1 MAXVALUE 9223372036854775807 INCREMENT 1 START 1;

-- up
CREATE SEQUENCE public.counter AS INT8 MINVALUE 1 MAXVALUE 9223372036854775807 INCREMENT 1 START 1 CACHE 1;

-- down
-- data-loss drops-sequence: drops sequence counter, and with it how far it has counted: one in its place begins anew
DROP SEQUENCE public.counter;
