ALTER TABLE "entries" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "case_is_visit" boolean DEFAULT true NOT NULL;