-- name: find-edition
select id, issue, revision, sha256, subject, html, plain, message_id_domain, sealed_at, finished_at, audience,
  (select group_concat(stream, char(10)) from (select stream from edition_stream where edition_id = edition.id order by stream))
from edition where issue = @issue order by revision desc limit 1;

-- name: seal
insert into edition (issue, revision, sha256, subject, html, plain, message_id_domain, audience, sealed_at)
values (@issue, @revision, @sha256, @subject, @html, @plain, @message_id_domain, 0, @now)
returning id;

-- name: seal-stream
insert into edition_stream (edition_id, stream) values (@edition, @stream) on conflict do nothing;

-- name: freeze-audience
insert into delivery (edition_id, key, address, changed_at)
select @edition, s.key, s.address, @now from subscriber s
where s.status = 'active'
  and not exists (select 1 from suppression p where p.key = s.key)
  and exists (
    select 1 from subscription n join edition_stream e on e.stream = n.stream
    where n.subscriber_id = s.id and n.left_at is null and e.edition_id = @edition);

-- name: count-audience
update edition set audience = (select count(*) from delivery where edition_id = @edition) where id = @edition returning audience;

-- name: settle-claimed
update delivery set state = case when attempts > 0 then 'deferred' else 'pending' end,
  owner = null, lease_until = null, fence = fence + 1, changed_at = @now
where state = 'claimed' and (@edition is null or edition_id = @edition) and lease_until <= @expired;

-- name: settle-sending
update delivery set state = 'unknown', owner = null, lease_until = null, fence = fence + 1,
  reply = 'the sender stopped before it noted an answer', changed_at = @now
where state = 'sending' and (@edition is null or edition_id = @edition) and lease_until <= @expired
returning edition_id, key, address, attempts;

-- name: claim
update delivery set state = 'claimed', owner = @owner, fence = fence + 1, lease_until = @lease_until, changed_at = @now
where edition_id = @edition and key in (
  select key from (
    select key from (select key from delivery where edition_id = @edition and state = 'deferred' and next_attempt_at <= @now
      order by next_attempt_at limit @count)
    union all
    select key from (select key from delivery where edition_id = @edition and state = 'pending' limit @count))
  limit @count)
returning key, address, attempts, first_attempt_at, fence;

-- name: recipient
select name, token, language, fields from subscriber where key = @key;

-- name: may-be-mailed
select 1 from subscriber s
where s.key = @key and s.status = 'active'
  and not exists (select 1 from suppression p where p.key = s.key)
  and exists (
    select 1 from subscription n join edition_stream e on e.stream = n.stream
    where n.subscriber_id = s.id and n.left_at is null and e.edition_id = @edition);

-- name: begin
update delivery set state = 'sending', attempts = @attempt, first_attempt_at = coalesce(first_attempt_at, @now),
  next_attempt_at = null, lease_until = @lease_until, changed_at = @now
where edition_id = @edition and key = @key and fence = @fence and state = 'claimed';

-- name: suppress
update delivery set state = 'suppressed', owner = null, lease_until = null, next_attempt_at = null, reply = @reply, changed_at = @now
where edition_id = @edition and key = @key and fence = @fence and state = 'claimed';

-- name: settle
update delivery set state = @state, owner = null, lease_until = null, next_attempt_at = @next_attempt_at,
  relay = @relay, code = @code, reply = @reply, queue_id = @queue_id, changed_at = @now
where edition_id = @edition and key = @key and fence = @fence and state = 'sending';

-- name: release
update delivery set
  attempts = case when state = 'sending' then attempts - 1 else attempts end,
  state = case when (case when state = 'sending' then attempts - 1 else attempts end) > 0 then 'deferred' else 'pending' end,
  next_attempt_at = case when (case when state = 'sending' then attempts - 1 else attempts end) > 0 then coalesce(next_attempt_at, @now) end,
  owner = null, lease_until = null, changed_at = @now
where edition_id = @edition and key = @key and fence = @fence and state in ('claimed', 'sending');

-- name: event
insert into delivery_event (edition_id, key, address, at, kind, attempt, relay, detail)
values (@edition, @key, @address, @now, @kind, @attempt, @relay, @detail);

-- name: counts
select state, count(*) from delivery where edition_id = @edition group by state;

-- name: next-attempt
select min(next_attempt_at) from delivery where edition_id = @edition and state = 'deferred';

-- name: finish
update edition set finished_at = @now
where id = @edition and finished_at is null
  and audience = (select count(*) from delivery where edition_id = @edition and state in ('sent', 'failed', 'suppressed'));

-- name: list
select address, state, attempts, next_attempt_at, code, reply, queue_id, changed_at from delivery
where edition_id = @edition and (@states = '' or instr(@states, '|' || state || '|') > 0)
order by key;

-- name: events
select address, at, kind, attempt, relay, detail from delivery_event where edition_id = @edition order by id;
