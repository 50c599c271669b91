DROP TABLE "app"."posts";--> statement-breakpoint
ALTER TABLE "users" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "mail" SET DATA TYPE varchar(40) USING "mail"::varchar(40);--> statement-breakpoint
DROP SCHEMA "app";
