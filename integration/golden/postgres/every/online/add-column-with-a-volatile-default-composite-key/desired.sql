CREATE TABLE "li nes" ("or""der" bigint, "select" varchar(10), "to""ken" double precision DEFAULT random(), PRIMARY KEY ("or""der", "select"));
