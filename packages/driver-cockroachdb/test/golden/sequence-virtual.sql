-- before

-- after
CREATE SEQUENCE public.ids MINVALUE 1 MAXVALUE 9223372036854775807 INCREMENT 1 START 1 VIRTUAL;

-- up
CREATE SEQUENCE public.ids VIRTUAL;

-- down
-- data-loss drops-sequence: drops sequence ids, and with it how far it has counted: one in its place begins anew
DROP SEQUENCE public.ids;
