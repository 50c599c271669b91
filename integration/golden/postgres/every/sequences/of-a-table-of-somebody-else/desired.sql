CREATE TABLE "T 2" (id integer PRIMARY KEY, other serial, third integer, n serial);
CREATE SEQUENCE "for third" AS integer OWNED BY "T 2".third;
