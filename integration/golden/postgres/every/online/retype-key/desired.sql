CREATE SEQUENCE "Order Ö_id_seq" AS integer;
CREATE TABLE "Order Ö" (id bigint PRIMARY KEY DEFAULT nextval('"Order Ö_id_seq"'), code text NOT NULL, parent int, CONSTRAINT parent FOREIGN KEY (parent) REFERENCES "Order Ö" (id));
ALTER SEQUENCE "Order Ö_id_seq" OWNED BY "Order Ö".id;
CREATE TABLE line (id int PRIMARY KEY, "order" int NOT NULL, CONSTRAINT line_order FOREIGN KEY ("order") REFERENCES "Order Ö" (id) ON DELETE CASCADE);
CREATE UNIQUE INDEX by_both ON "Order Ö" (code, id DESC) WHERE id > 0;
