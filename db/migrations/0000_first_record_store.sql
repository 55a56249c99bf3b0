CREATE TABLE "access_events" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurred_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"xact" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"outcome" text NOT NULL,
	"basis" text NOT NULL,
	"purpose" text NOT NULL,
	"action" text NOT NULL,
	"sections" text[] NOT NULL,
	"labels" text[] NOT NULL,
	"opens_hidden" boolean DEFAULT false NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_person_id" uuid,
	"actor_client_id" text,
	"actor_facility_id" uuid,
	"subject" text NOT NULL,
	"reason" text,
	"request_id" text,
	CONSTRAINT "access_events_person_id_occurred_at_id_pk" PRIMARY KEY("person_id","occurred_at","id")
) PARTITION BY RANGE ("occurred_at");
--> statement-breakpoint
CREATE TABLE "case_labels" (
	"person_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"label" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "case_labels_person_id_case_id_label_set_at_pk" PRIMARY KEY("person_id","case_id","label","set_at")
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"id" uuid NOT NULL,
	"occurred_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"xact" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"act" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_person_id" uuid,
	"actor_facility_id" uuid,
	"about_kind" text NOT NULL,
	"about_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"request_id" text,
	CONSTRAINT "acts_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "machine_clients" (
	"client_id" text PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"jwks" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"suspended_at" timestamp with time zone,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "oauth_artifacts" (
	"model" text NOT NULL,
	"id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "oauth_artifacts_model_id_pk" PRIMARY KEY("model","id")
);
--> statement-breakpoint
CREATE TABLE "hidden_cases" (
	"person_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"hidden_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shown_again_at" timestamp with time zone,
	CONSTRAINT "hidden_cases_person_id_case_id_hidden_at_pk" PRIMARY KEY("person_id","case_id","hidden_at")
);
--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"address" text,
	"phone" text,
	"legal_basis" text NOT NULL,
	"expected_every_hours" integer,
	"successor_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facility_names" (
	"facility_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"code5" text,
	"code13" text,
	"name" text NOT NULL,
	"name_en" text,
	"short_name" text NOT NULL,
	CONSTRAINT "facility_names_facility_id_valid_from_pk" PRIMARY KEY("facility_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "directory_entries" (
	"facility_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"source_id" text NOT NULL,
	"version_key" text NOT NULL,
	"version_at" timestamp with time zone NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"current" boolean NOT NULL,
	"message_id" uuid NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resource" jsonb NOT NULL,
	CONSTRAINT "directory_entries_facility_id_resource_type_source_id_version_key_pk" PRIMARY KEY("facility_id","resource_type","source_id","version_key")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"facility_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"source_id" text NOT NULL,
	"version_key" text NOT NULL,
	"version_at" timestamp with time zone NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"current" boolean NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"case_id" uuid NOT NULL,
	"section" text NOT NULL,
	"time_low" timestamp with time zone,
	"time_high" timestamp with time zone,
	"time_precision" text,
	"code" text,
	"code_system" text,
	"status" text,
	"message_id" uuid NOT NULL,
	"message_hash" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resource" jsonb NOT NULL,
	CONSTRAINT "entries_person_id_id_pk" PRIMARY KEY("person_id","id")
) PARTITION BY HASH ("person_id");
--> statement-breakpoint
CREATE TABLE "entry_identifiers" (
	"facility_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"source_id" text NOT NULL,
	CONSTRAINT "entry_identifiers_facility_id_resource_type_hash_pk" PRIMARY KEY("facility_id","resource_type","hash")
);
--> statement-breakpoint
CREATE TABLE "entry_lookup" (
	"facility_id" uuid NOT NULL,
	"resource_type" text NOT NULL,
	"source_id" text NOT NULL,
	"person_id" uuid,
	"entry_id" uuid NOT NULL,
	CONSTRAINT "entry_lookup_facility_id_resource_type_source_id_pk" PRIMARY KEY("facility_id","resource_type","source_id")
);
--> statement-breakpoint
CREATE TABLE "message_bodies" (
	"facility_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "message_bodies_facility_id_message_id_pk" PRIMARY KEY("facility_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	"channel" text NOT NULL,
	"client_id" text,
	"format" text NOT NULL,
	"byte_size" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"entries_accepted" integer DEFAULT 0 NOT NULL,
	"entries_unchanged" integer DEFAULT 0 NOT NULL,
	"entries_rejected" integer DEFAULT 0 NOT NULL,
	"warnings" integer DEFAULT 0 NOT NULL,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "messages_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_acknowledgements" (
	"person_id" uuid NOT NULL,
	"notice" text NOT NULL,
	"version" text NOT NULL,
	"language" text NOT NULL,
	"acknowledged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_acknowledgements_person_id_notice_version_pk" PRIMARY KEY("person_id","notice","version")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"acting_for" uuid,
	"issuer" text NOT NULL,
	"id_token" "bytea",
	"display_name" "bytea" NOT NULL,
	"assurance_level" smallint NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"state_hash" "bytea" PRIMARY KEY NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"code_verifier" text NOT NULL,
	"nonce" text NOT NULL,
	"return_to" text NOT NULL,
	"language" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"facility_id" uuid,
	"issuer" text NOT NULL,
	"valid_from" timestamp with time zone DEFAULT now() NOT NULL,
	"valid_to" timestamp with time zone,
	"granted_by" text NOT NULL,
	CONSTRAINT "staff_roles_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "identifier_lookup" (
	"kind" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "identifier_lookup_kind_hash_pk" PRIMARY KEY("kind","hash")
);
--> statement-breakpoint
CREATE TABLE "identifiers" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"system" text,
	"assigner_id" uuid,
	"hash" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"source" text NOT NULL,
	"valid_from" timestamp with time zone DEFAULT now() NOT NULL,
	"valid_to" timestamp with time zone,
	"superseded_by" uuid,
	CONSTRAINT "identifiers_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"merged_into" uuid,
	"demographics" "bytea",
	"birth_low" date,
	"birth_high" date,
	"sex" text DEFAULT 'unknown' NOT NULL,
	"deceased_on" text,
	"demographics_source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed_values" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"facility_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "sealed_values_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "proxies" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"helper_id" uuid NOT NULL,
	"legal_kind" text NOT NULL,
	"scope" text NOT NULL,
	"state" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proxies_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE INDEX "access_events_id" ON "access_events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "acts_recent" ON "acts" USING btree ("occurred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "facility_names_code5" ON "facility_names" USING btree ("code5","valid_from");--> statement-breakpoint
CREATE INDEX "facility_names_code13" ON "facility_names" USING btree ("code13");--> statement-breakpoint
CREATE UNIQUE INDEX "directory_entries_current" ON "directory_entries" USING btree ("facility_id","resource_type","source_id") WHERE current;--> statement-breakpoint
CREATE UNIQUE INDEX "entries_version" ON "entries" USING btree ("person_id","entry_id","version_key");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_current" ON "entries" USING btree ("person_id","entry_id") WHERE current;--> statement-breakpoint
CREATE INDEX "entries_section" ON "entries" USING btree ("person_id","section","time_low" DESC NULLS LAST,"entry_id") WHERE current;--> statement-breakpoint
CREATE INDEX "entries_case" ON "entries" USING btree ("person_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("facility_id","digest");--> statement-breakpoint
CREATE INDEX "messages_recent" ON "messages" USING btree ("facility_id","received_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_ends" ON "sessions" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_expiry" ON "sign_in_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identifiers_once" ON "identifiers" USING btree ("person_id","kind","hash");--> statement-breakpoint
CREATE INDEX "persons_cluster" ON "persons" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "proxies_helper" ON "proxies" USING btree ("helper_id");