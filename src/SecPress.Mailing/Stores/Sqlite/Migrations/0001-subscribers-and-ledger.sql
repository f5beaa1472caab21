-- Times are milliseconds since 1970 in UTC. A key is an address in lowercase.

create table subscriber (
  id integer primary key,
  key text not null unique,
  address text not null,
  name text not null default '',
  status text not null check (status in ('pending', 'active', 'unsubscribed', 'bounced', 'complained', 'erased')),
  language text,
  fields text not null default '{}' check (json_valid(fields)),
  token text not null unique,
  -- Refusals that speak against the mailbox without proving it gone; cleared by a message that arrives.
  score integer not null default 0,
  consent_at integer,
  consent_how text not null,
  consent_text text not null default '',
  consent_source text not null default '',
  created_at integer not null,
  changed_at integer not null
) strict;

-- A stream somebody left keeps its row, so that no import joins it again.
create table subscription (
  subscriber_id integer not null references subscriber (id) on delete cascade,
  stream text not null,
  joined_at integer not null,
  left_at integer,
  primary key (subscriber_id, stream)
) strict, without rowid;

create index subscription_by_stream on subscription (stream, subscriber_id) where left_at is null;

-- Outlives the subscriber.
create table suppression (
  key text primary key,
  reason text not null check (reason in ('unsubscribed', 'bounced', 'complained')),
  detail text not null,
  since integer not null
) strict, without rowid;

create table edition (
  id integer primary key,
  issue text not null,
  revision integer not null,
  sha256 text not null,
  subject text not null,
  html text not null,
  plain text not null,
  message_id_domain text not null,
  audience integer not null,
  sealed_at integer not null,
  finished_at integer,
  unique (issue, revision)
) strict;

create table edition_stream (
  edition_id integer not null references edition (id),
  stream text not null,
  primary key (edition_id, stream)
) strict, without rowid;

create table delivery (
  edition_id integer not null references edition (id),
  key text not null,
  address text not null,
  state text not null default 'pending'
    check (state in ('pending', 'claimed', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'unknown')),
  owner text,
  fence integer not null default 0,
  lease_until integer,
  attempts integer not null default 0,
  first_attempt_at integer,
  next_attempt_at integer,
  relay text not null default '',
  code text not null default '',
  reply text not null default '',
  queue_id text,
  changed_at integer not null,
  primary key (edition_id, key)
) strict, without rowid;

create index delivery_waiting on delivery (edition_id, state, next_attempt_at)
  where state = 'pending' or state = 'deferred';
create index delivery_leased on delivery (edition_id, state, lease_until)
  where state = 'claimed' or state = 'sending';

create table delivery_event (
  id integer primary key,
  edition_id integer not null references edition (id),
  key text not null,
  address text not null,
  at integer not null,
  kind text not null,
  attempt integer not null,
  relay text not null default '',
  detail text not null default ''
) strict;

create index delivery_event_by_copy on delivery_event (edition_id, key);

create trigger delivery_event_is_never_changed before update on delivery_event
begin
  select raise(abort, 'delivery_event is append-only');
end;

create trigger delivery_event_is_never_deleted before delete on delivery_event
begin
  select raise(abort, 'delivery_event is append-only');
end;
