CREATE TABLE "a;b" (id INTEGER PRIMARY KEY, "c;
d" TEXT UNIQUE, "-- e" TEXT DEFAULT '; -- x
y', "/* f */" TEXT);
