ALTER TABLE "users" ADD COLUMN "mail" text;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_mail_key" UNIQUE("mail");