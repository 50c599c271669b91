INSERT INTO "Users" (id, "Full Name") VALUES (1, 'Ada');
