CREATE TABLE "li nes" ("or""der" bigint, "select" varchar(10), PRIMARY KEY ("or""der", "select"));
