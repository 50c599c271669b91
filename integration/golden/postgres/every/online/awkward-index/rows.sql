INSERT INTO "od""d"."we""ird Näme" VALUES (1, 'x');
