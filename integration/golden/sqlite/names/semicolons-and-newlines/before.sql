CREATE TABLE "a;b" (id INTEGER PRIMARY KEY, "c;
d" TEXT, "-- e" TEXT DEFAULT '; -- x');
