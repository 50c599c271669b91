ALTER TABLE "users" RENAME TO "people";--> statement-breakpoint
ALTER TABLE "people" RENAME COLUMN "mail" TO "email";