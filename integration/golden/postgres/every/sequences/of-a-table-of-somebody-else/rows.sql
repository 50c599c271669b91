INSERT INTO "T 2" (id, third) VALUES (1, 10), (2, NULL);
