CREATE TABLE "Users" (id int PRIMARY KEY, "Full Name" text);
