CREATE TABLE "old ""name""" (id INTEGER PRIMARY KEY, "x y" TEXT);
CREATE VIEW v AS SELECT "x y" FROM "old ""name""";
