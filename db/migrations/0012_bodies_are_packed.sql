-- Raw bytes are compressed (Brotli) before they are sealed; sealed bytes cannot be. What came before stays as it is.
alter table message_bodies add column packed boolean not null default false;
