CREATE SCHEMA "app";
--> statement-breakpoint
CREATE TYPE "mood" AS ENUM('sad', 'happy');--> statement-breakpoint
CREATE TABLE "app"."posts" (
	"id" serial PRIMARY KEY,
	"author" integer
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" integer PRIMARY KEY,
	"name" text,
	"mood" "mood"
);
--> statement-breakpoint
ALTER TABLE "app"."posts" ADD CONSTRAINT "posts_author_users_id_fkey" FOREIGN KEY ("author") REFERENCES "users"("id");