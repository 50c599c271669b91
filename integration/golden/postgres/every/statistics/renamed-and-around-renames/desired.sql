CREATE TABLE "T" (id int, mcv int, b int);
CREATE STATISTICS "New" (mcv) ON id, mcv FROM "T";
