CREATE TABLE other (id int);
CREATE TABLE "T" (id int, b text) WITH (toast.autovacuum_enabled = false, fillfactor = 50);
